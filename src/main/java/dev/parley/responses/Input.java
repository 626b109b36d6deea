package dev.parley.responses;

import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.Framing.Said;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import dev.parley.web.Malformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is said in a request, as texts: by the user, by the model before, and by the developer at
/// the beginning.
final class Input {

  /// Items of one request.
  private static final int MOST = 1_000;

  /// Items that are added to a conversation, as OpenAI has it.
  private static final int MOST_AT_ONCE = 20;

  private final List<Said> said = new ArrayList<>();
  private final StringBuilder developer = new StringBuilder();
  private final Fields fields;
  private final int longest;
  private final Ids ids;

  private Input(Fields fields, ConversationSettings settings, Ids ids) {
    this.fields = fields;
    this.longest = settings.longestMessage();
    this.ids = ids;
  }

  /// Reads the `input` of a response: a text or an array of items.
  ///
  /// @throws UnsupportedParameter where an item is no text
  static Input read(
      @Nullable JsonNode node, Fields fields, ConversationSettings settings, Ids ids) {
    var input = new Input(fields, settings, ids);
    if (node != null && node.isString()) {
      input.add("input", "user", node.stringValue());
    } else if (node == null || !node.isArray() || node.isEmpty() || node.size() > MOST) {
      fields.reject("input", "must be a text, or an array of 1 to %d items".formatted(MOST));
    } else {
      input.addItems("input", node);
    }
    return input;
  }

  /// Reads the `items` of a conversation, of which there may be none.
  ///
  /// @throws UnsupportedParameter where an item is no text
  static Input readItems(
      @Nullable JsonNode node, Fields fields, ConversationSettings settings, Ids ids) {
    var input = new Input(fields, settings, ids);
    if (node == null || node.isNull()) {
      return input;
    }
    if (!node.isArray() || node.size() > MOST_AT_ONCE) {
      fields.reject("items", "must be an array of at most %d items".formatted(MOST_AT_ONCE));
    } else {
      input.addItems("items", node);
    }
    return input;
  }

  private void addItems(String field, JsonNode items) {
    var number = 0;
    for (var item : items) {
      addItem("%s[%d]".formatted(field, number++), item);
    }
  }

  private void addItem(String field, JsonNode item) {
    var type = item.path("type").asString("message");
    if (!"message".equals(type)) {
      throw new UnsupportedParameter(field, "may only be a message, and is of the type " + type);
    }
    var role = item.path("role").asString("");
    add(field, role, text(field + ".content", item.path("content")));
  }

  private void add(String field, String role, String content) {
    if (hasLoneSurrogate(content)) {
      throw Malformed.json();
    }
    var text = fields.text(field, content, longest);
    switch (role) {
      case "user", "assistant" -> said.add(new Said(ids.next("msg"), "user".equals(role), text));
      case "system", "developer" -> addDeveloper(field, text);
      default -> fields.reject(field + ".role", "must be user, assistant, system or developer");
    }
  }

  private void addDeveloper(String field, String text) {
    if (!said.isEmpty()) {
      throw new UnsupportedParameter(field, "may have this role only before all others");
    }
    developer.append(developer.isEmpty() ? "" : "\n\n").append(text);
  }

  private static String text(String field, JsonNode content) {
    if (content.isString()) {
      return content.stringValue();
    }
    var text = new StringBuilder();
    for (var part : content) {
      var type = part.path("type").asString("");
      if (!type.endsWith("text")) {
        throw new UnsupportedParameter(
            field, "may only be text, and has a part of the type " + type);
      }
      text.append(part.path("text").asString(""));
    }
    return text.toString();
  }

  /// No encoding can store half of a pair.
  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /// What user and model said, oldest first.
  List<Said> said() {
    return said;
  }

  /// What the developer said; none where that is nothing.
  @Nullable String developer() {
    return developer.isEmpty() ? null : developer.toString();
  }
}
