package dev.parley.export;

import dev.parley.testing.Client;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an account has of conversations, without what an import cannot keep.
final class Exported {

  private Exported() {}

  /// The conversations of an account's export, with each id in place of the how-manieth it is.
  static ArrayNode conversations(Client member) {
    var conversations =
        (ArrayNode) member.get("/account/export").expect(200).body().get("conversations");
    conversations.forEach(conversation -> number((ObjectNode) conversation));
    return conversations;
  }

  private static void number(ObjectNode conversation) {
    var numbers = new HashMap<String, String>();
    for (var message : conversation.get("messages")) {
      numbers.put(message.get("id").stringValue(), "#" + numbers.size());
      number((ObjectNode) message, "id", numbers);
      number((ObjectNode) message, "parent_id", numbers);
      ((ObjectNode) message).remove("feedback");
    }
    number(conversation, "last_message_id", numbers);
    conversation.remove("id");
  }

  private static void number(ObjectNode node, String field, Map<String, String> numbers) {
    JsonNode id = node.get(field);
    if (id.isString()) {
      node.put(field, numbers.getOrDefault(id.stringValue(), "unknown"));
    }
  }
}
