package dev.parley.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of a streamed chat completion, as the protocol has it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompletionRequest(
    String model,
    List<Message> messages,
    boolean stream,
    StreamOptions streamOptions,
    @Nullable Integer maxCompletionTokens,
    @Nullable Double temperature,
    @Nullable Double topP,
    @JsonAnyGetter Map<String, JsonNode> others) {

  /// @param content none of one that does nothing but call functions
  record Message(
      String role,
      @Nullable String content,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ToolCall> toolCalls,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String toolCallId) {

    private static Message of(ModelCall.Turn turn) {
      var calls = turn.calls().stream().map(ToolCall::of).toList();
      var content = turn.content().isEmpty() && !calls.isEmpty() ? null : turn.content();
      return new Message(turn.role().word(), content, calls, turn.callId());
    }
  }

  record ToolCall(String id, String type, Function function) {

    private static ToolCall of(FunctionCall call) {
      return new ToolCall(call.callId(), "function", new Function(call.name(), call.arguments()));
    }
  }

  record Function(String name, String arguments) {}

  record StreamOptions(boolean includeUsage) {}

  static CompletionRequest of(ModelCall call) {
    var wishes = call.wishes();
    return new CompletionRequest(
        call.model(),
        call.turns().stream().map(Message::of).toList(),
        true,
        new StreamOptions(true),
        wishes.mostTokens(),
        wishes.temperature(),
        wishes.topP(),
        wishes.others());
  }
}
