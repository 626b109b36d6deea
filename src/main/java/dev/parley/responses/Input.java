package dev.parley.responses;

import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.Framing.Said;
import dev.parley.model.FunctionCall;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is said in a request: by the user, by the model before, by functions, and by the developer
/// at the beginning. All of it is text, as messages are.
final class Input {

  /// How much may be said.
  ///
  /// @param message characters of one message
  /// @param output characters of what a function gave
  record Limits(int message, int output) {

    static Limits of(ConversationSettings conversations, ResponseSettings responses) {
      return new Limits(conversations.longestMessage(), responses.longestOutput());
    }
  }

  /// Items of one request.
  private static final int MOST = 1_000;

  /// Items that are added to a conversation, as OpenAI has it.
  private static final int MOST_AT_ONCE = 20;

  private static final int LONGEST_NAME = 200;

  private final List<Said> said = new ArrayList<>();
  private final StringBuilder developer = new StringBuilder();
  private final InputTexts texts;
  private final Fields fields;
  private final Limits limits;
  private final Ids ids;

  private Input(Fields fields, Limits limits, Ids ids) {
    this.texts = new InputTexts(fields);
    this.fields = fields;
    this.limits = limits;
    this.ids = ids;
  }

  /// Reads the `input` of a response: a text or an array of items.
  ///
  /// @throws UnsupportedParameter where an item is no text
  static Input read(@Nullable JsonNode node, Fields fields, Limits limits, Ids ids) {
    var input = new Input(fields, limits, ids);
    if (node != null && node.isString()) {
      input.addMessage("input", "user", node);
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
  static Input readItems(@Nullable JsonNode node, Fields fields, Limits limits, Ids ids) {
    var input = new Input(fields, limits, ids);
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
    switch (type) {
      case "message" -> addMessage(field, item.path("role").asString(""), item.path("content"));
      case Item.FUNCTION_CALL -> addCall(field, item);
      case Item.FUNCTION_OUTPUT -> addOutput(field, item);
      default ->
          throw new UnsupportedParameter(
              field, "may not be an item of the type %s".formatted(type));
    }
  }

  private void addMessage(String field, String role, JsonNode content) {
    var where = content.isString() ? field : field + ".content";
    var text = fields.text(field, texts.of(where, content), limits.message);
    switch (role) {
      case "user" -> said.add(said(true, text, null));
      case "assistant" -> said.add(said(false, text, null));
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

  /// Calls belong to what the model said with them.
  private void addCall(String field, JsonNode item) {
    var call =
        new FunctionCall(
            texts.given(field + ".call_id", item.path("call_id"), LONGEST_NAME),
            texts.given(field + ".name", item.path("name"), LONGEST_NAME),
            texts.maybeEmpty(field + ".arguments", item.path("arguments"), limits.output));
    var last = said.isEmpty() || said.getLast().isUser() ? null : said.removeLast();
    said.add(
        last == null
            ? new Said(ids.next("msg"), false, "", List.of(call), null)
            : new Said(
                last.id(),
                false,
                last.content(),
                Stream.concat(last.calls().stream(), Stream.of(call)).toList(),
                null));
  }

  private void addOutput(String field, JsonNode item) {
    var callId = texts.given(field + ".call_id", item.path("call_id"), LONGEST_NAME);
    var output = texts.maybeEmpty(field + ".output", item.path("output"), limits.output);
    said.add(said(true, output, callId));
  }

  private Said said(boolean isUser, String content, @Nullable String callId) {
    return new Said(ids.next("msg"), isUser, content, List.of(), callId);
  }

  /// What user, model and functions said, oldest first.
  List<Said> said() {
    return said;
  }

  /// What the developer said; none where that is nothing.
  @Nullable String developer() {
    return developer.isEmpty() ? null : developer.toString();
  }
}
