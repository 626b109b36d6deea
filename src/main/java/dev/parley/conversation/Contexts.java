package dev.parley.conversation;

import dev.parley.model.ModelCall.Role;
import dev.parley.model.ModelCall.Turn;
import dev.parley.model.Models;
import dev.parley.model.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Chooses what goes to the model: the developer message always, then the newest messages of the
/// branch that fit the model's window, none of them cut, then the question.
@Component
class Contexts {

  private record Earlier(String role, String content, int tokens) {}

  private final JdbcClient jdbc;
  private final Models models;
  private final ConversationSettings settings;

  Contexts(JdbcClient jdbc, Models models, ConversationSettings settings) {
    this.jdbc = jdbc;
    this.models = models;
    this.settings = settings;
  }

  /// @param parent the place of the message that the question follows
  Context choose(
      String conversationId,
      Place parent,
      @Nullable String developerMessage,
      String question,
      String model) {
    var window = models.window(model);
    var room = window - Math.min(settings.answerReserve(), window / 4);
    var tokens = cost(TokenEstimate.of(question));
    if (developerMessage != null) {
      tokens += cost(TokenEstimate.of(developerMessage));
    }
    var earlier = new ArrayList<Turn>();
    for (var message : newestFirst(conversationId, parent)) {
      if (tokens + cost(message.tokens) > room) {
        break;
      }
      if (!message.content.isEmpty()) {
        tokens += cost(message.tokens);
        earlier.add(new Turn(role(message), message.content));
      }
    }
    // Some models refuse an answer without its question.
    if (!earlier.isEmpty() && earlier.getLast().role() == Role.ASSISTANT) {
      tokens -= cost(TokenEstimate.of(earlier.removeLast().content()));
    }
    var turns = new ArrayList<Turn>(earlier.size() + 2);
    if (developerMessage != null) {
      turns.add(new Turn(Role.SYSTEM, developerMessage));
    }
    turns.addAll(earlier.reversed());
    turns.add(new Turn(Role.USER, question));
    var leftOut = parent.depth() + 1 - earlier.size();
    return new Context(turns, new Context.Report(earlier.size(), leftOut, tokens));
  }

  private List<Earlier> newestFirst(String conversationId, Place parent) {
    if (parent.depth() < 0) {
      return List.of();
    }
    return jdbc.sql(
            """
            %s
            SELECT m.role, m.content, m.tokens
            FROM line JOIN messages m ON m.conversation_id = :conversation AND m.branch = line.branch
              AND m.depth <= line.upto AND m.depth > :before
            ORDER BY m.depth DESC
            """
                .formatted(Messages.LINE))
        .param("conversation", conversationId)
        .param("branch", parent.branch())
        .param("upto", parent.depth())
        .param("before", parent.depth() - settings.earlierMessages())
        .query(Earlier.class)
        .list();
  }

  private static int cost(int tokens) {
    return tokens + TokenEstimate.PER_MESSAGE;
  }

  private static Role role(Earlier message) {
    return Message.USER.equals(message.role) ? Role.USER : Role.ASSISTANT;
  }
}
