package dev.parley.conversation;

import dev.parley.model.ModelCall.Role;
import dev.parley.model.ModelCall.Turn;
import dev.parley.model.Models;
import dev.parley.model.PairedCalls;
import dev.parley.model.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Chooses what goes to the model: the developer message always, then the newest messages of the
/// branch that fit the model's window, none of them cut, then the question. What functions gave is
/// among them, as long as the calls are.
@Component
class Contexts {

  private final Models models;
  private final ConversationSettings settings;

  Contexts(Models models, ConversationSettings settings) {
    this.models = models;
    this.settings = settings;
  }

  /// How much of what leads to a question is looked at: one message at least, which tells how many
  /// there are.
  int most() {
    return Math.max(1, settings.earlierMessages());
  }

  /// @param before what leads to the question, newest first
  /// @param whole gives those that go to the model with their texts
  Context choose(
      List<Tree.Node> before,
      UnaryOperator<Tree.Node> whole,
      @Nullable String developerMessage,
      Turn question,
      String model,
      Framing framing) {
    var window = models.window(model);
    var room = window - Math.min(settings.answerReserve(), window / 4);
    var tokens = question.estimatedTokens() + framing.wishes().estimatedTokens();
    if (developerMessage != null) {
      tokens += cost(TokenEstimate.of(developerMessage));
    }
    var earlier = new ArrayList<Turn>();
    for (var message : before.subList(0, Math.min(before.size(), settings.earlierMessages()))) {
      if (tokens + cost(message.tokens()) > room) {
        break;
      }
      if (message.hasAnything()) {
        tokens += cost(message.tokens());
        earlier.add(whole.apply(message).turn());
      }
    }
    var turns = new ArrayList<Turn>(earlier.size() + 2);
    if (developerMessage != null) {
      turns.add(new Turn(Role.SYSTEM, developerMessage));
    }
    turns.addAll(earlier.reversed());
    turns.add(question);
    var sent = PairedCalls.of(turns, framing.before().size() + 1);
    var messages = sent.size() - (developerMessage == null ? 1 : 2);
    var all = before.isEmpty() ? 0 : before.getFirst().depth() + 1;
    return new Context(sent, new Context.Report(messages, all - messages, tokens));
  }

  private static int cost(int tokens) {
    return tokens + TokenEstimate.PER_MESSAGE;
  }
}
