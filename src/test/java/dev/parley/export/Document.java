package dev.parley.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A document as a test wants it.
final class Document {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TIME = "2026-01-02T03:04:05.678Z";

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode conversations;

  Document() {
    root.put("format", "parley-export").put("version", 1);
    conversations = root.putArray("conversations");
  }

  /// A conversation of one question and its answer.
  static Document ofOne() {
    var document = new Document();
    document.conversation("Colours").question("q", null, "Why?").answer("a", "q", "Because.");
    return document;
  }

  Talk conversation(String title) {
    return new Talk(
        conversations
            .addObject()
            .put("id", "any")
            .put("kind", "chat")
            .put("title", title)
            .put("model", "say-3-0")
            .put("created_at", TIME)
            .put("updated_at", TIME));
  }

  ObjectNode root() {
    return root;
  }

  @Override
  public String toString() {
    return root.toString();
  }

  /// A conversation of a document.
  ///
  /// @param fields all of it
  record Talk(ObjectNode fields) {

    Talk with(String name, String value) {
      fields.put(name, value);
      return this;
    }

    Talk question(String id, @Nullable String parent, String content) {
      message(id, parent, "user", content);
      return this;
    }

    Talk answer(String id, @Nullable String parent, String content) {
      message(id, parent, "assistant", content)
          .put("model", "say-3-0")
          .putObject("usage")
          .put("input_tokens", 3)
          .put("output_tokens", 5);
      return this;
    }

    ObjectNode message(String id, @Nullable String parent, String role, String content) {
      return fields
          .withArray("messages")
          .addObject()
          .put("id", id)
          .put("parent_id", parent)
          .put("role", role)
          .put("content", content)
          .put("status", "completed")
          .put("created_at", TIME);
    }
  }

  /// The fields of the first message of the first conversation.
  ObjectNode message(int index) {
    return (ObjectNode) root.at("/conversations/0/messages/" + index);
  }

  ObjectNode first() {
    return (ObjectNode) root.at("/conversations/0");
  }

  static Map<String, String> key(String key) {
    return Map.of("Idempotency-Key", key);
  }
}
