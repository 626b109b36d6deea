package dev.parley.relay;

import dev.parley.model.ModelCall;
import dev.parley.model.ModelCall.Role;
import dev.parley.model.ModelCall.Turn;
import dev.parley.model.Models;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import dev.parley.web.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the body of a question with an own key, and finds all that is wrong with it.
@Component
class ChatReader {

  private static final String KEY_PREFIX = "sk-";
  private static final int LONGEST_KEY = 512;

  private final Models models;
  private final RelaySettings settings;

  ChatReader(Models models, RelaySettings settings) {
    this.models = models;
    this.settings = settings;
  }

  /// What the model is to be asked.
  ///
  /// @throws Invalid naming each bad field
  ModelCall read(RelayController.Chat body) {
    var fields = new Fields();
    var turns = new ArrayList<Turn>();
    turns.add(
        new Turn(
            Role.SYSTEM,
            fields.text("developer_message", body.developerMessage(), settings.longestText())));
    readHistory(fields, body.chatHistory(), turns);
    turns.add(
        new Turn(
            Role.USER, fields.text("user_message", body.userMessage(), settings.longestText())));
    var model = models.choose(fields, body.model());
    var key = key(fields, body.apiKey());
    fields.check();
    return new ModelCall(model, turns, key);
  }

  private void readHistory(
      Fields fields, @Nullable List<RelayController.@Nullable Turn> history, List<Turn> into) {
    if (history == null) {
      return;
    }
    if (history.size() > settings.longestHistory()) {
      fields.reject(
          "chat_history", "must have at most %d messages".formatted(settings.longestHistory()));
      return;
    }
    for (var i = 0; i < history.size(); i++) {
      var field = "chat_history[%d]".formatted(i);
      var turn = history.get(i);
      if (turn == null) {
        fields.reject(field, "must be an object");
      } else {
        var content = fields.text(field + ".content", turn.content(), settings.longestText());
        into.add(new Turn(role(fields, field + ".role", turn.role()), content));
      }
    }
  }

  private static Role role(Fields fields, String field, @Nullable String role) {
    return switch (role) {
      case "user" -> Role.USER;
      case "ai" -> Role.ASSISTANT;
      case null, default -> {
        fields.reject(field, "must be user or ai");
        yield Role.USER;
      }
    };
  }

  /// Header fields take visible ASCII alone.
  private static Secret key(Fields fields, @Nullable Secret key) {
    var given = fields.secret("api_key", key);
    var text = given.reveal();
    if (!text.startsWith(KEY_PREFIX)
        || text.length() > LONGEST_KEY
        || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      fields.reject("api_key", "must begin with sk-");
    }
    return given;
  }
}
