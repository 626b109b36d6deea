package dev.parley.openai;

import dev.parley.conversation.Message;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An answer that is kept, as a chat completion.
final class CompletionAgain {

  private static final String FUNCTION = "function";

  private final Message message;
  private final JsonMapper json;

  CompletionAgain(Message message, JsonMapper json) {
    this.message = message;
    this.json = json;
  }

  byte[] whole() {
    var body = envelope("chat.completion");
    choice(body, "message", said(false).putNull("refusal"), finish());
    addUsage(body);
    return json.writeValueAsBytes(body);
  }

  /// As a stream, but for its `[DONE]`: one event with all that was said, and one that ends it.
  byte[] events(boolean tellsUsage) {
    var events = new StringBuilder();
    append(events, choice(chunk(), "delta", said(true), null));
    append(events, choice(chunk(), "delta", json.createObjectNode(), finish()));
    if (tellsUsage) {
      var last = chunk();
      last.putArray("choices");
      addUsage(last);
      append(events, last);
    }
    return events.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void append(StringBuilder events, ObjectNode event) {
    events.append("data: ").append(json.writeValueAsString(event)).append("\n\n");
  }

  private ObjectNode chunk() {
    return envelope("chat.completion.chunk");
  }

  private ObjectNode envelope(String object) {
    return json.createObjectNode()
        .put("id", message.id().replace("msg_", "chatcmpl_"))
        .put("object", object)
        .put("created", message.createdAt().getEpochSecond())
        .put("model", message.model());
  }

  private static ObjectNode choice(
      ObjectNode body, String part, ObjectNode said, @Nullable String finish) {
    var choice = body.putArray("choices").addObject().put("index", 0);
    choice.set(part, said);
    choice.putNull("logprobs").put("finish_reason", finish);
    return body;
  }

  /// @param numbered whether calls tell their place, as in chunks
  private ObjectNode said(boolean numbered) {
    var said = json.createObjectNode().put("role", "assistant");
    var calls = message.functionCalls();
    said.put("content", message.content().isEmpty() && !calls.isEmpty() ? null : message.content());
    if (!calls.isEmpty()) {
      var list = said.putArray("tool_calls");
      for (var call : calls) {
        var one = numbered ? list.addObject().put("index", list.size() - 1) : list.addObject();
        one.put("id", call.callId()).put("type", FUNCTION);
        one.putObject(FUNCTION).put("name", call.name()).put("arguments", call.arguments());
      }
    }
    return said;
  }

  private String finish() {
    return message.functionCalls().isEmpty() ? "stop" : "tool_calls";
  }

  private void addUsage(ObjectNode body) {
    var usage = message.usage();
    if (usage != null) {
      body.putObject("usage")
          .put("prompt_tokens", usage.inputTokens())
          .put("completion_tokens", usage.outputTokens())
          .put("total_tokens", usage.inputTokens() + usage.outputTokens());
    }
  }
}
