package dev.parley.openai;

import dev.parley.model.ModelCall.Role;
import dev.parley.model.ModelCall.Turn;
import dev.parley.web.Fields;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The messages of a request, as far as they are text.
final class Messages {

  private final List<Turn> turns = new ArrayList<>();

  Messages(Iterable<JsonNode> messages, Fields fields) {
    for (var message : messages) {
      if (!message.isObject()) {
        fields.reject("messages[%d]".formatted(turns.size()), "must be an object");
      }
      turns.add(new Turn(role(message), text(message.path("content"))));
    }
  }

  /// Their texts, oldest first.
  List<Turn> turns() {
    return turns;
  }

  /// The last text that the user says; empty where there is none.
  String lastOfUser() {
    return turns.reversed().stream()
        .filter(turn -> turn.role() == Role.USER && !turn.content().isBlank())
        .map(Turn::content)
        .findFirst()
        .orElse("");
  }

  private static Role role(JsonNode message) {
    return switch (message.path("role").asString("")) {
      case "system", "developer" -> Role.SYSTEM;
      case "assistant", "tool", "function" -> Role.ASSISTANT;
      default -> Role.USER;
    };
  }

  /// A text, or those of several parts.
  private static String text(JsonNode content) {
    if (content.isString()) {
      return content.stringValue();
    }
    var text = new StringBuilder();
    for (var part : content) {
      text.append(part.path("text").asString(""));
    }
    return text.toString();
  }
}
