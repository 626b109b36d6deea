package dev.parley.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a streamed chat completion, as the protocol has it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompletionRequest(
    String model,
    List<Message> messages,
    boolean stream,
    StreamOptions streamOptions,
    @Nullable Integer maxCompletionTokens,
    @Nullable Double temperature,
    @Nullable Double topP) {

  record Message(String role, String content) {}

  record StreamOptions(boolean includeUsage) {}

  static CompletionRequest of(ModelCall call) {
    return new CompletionRequest(
        call.model(),
        call.turns().stream().map(turn -> new Message(turn.role().word(), turn.content())).toList(),
        true,
        new StreamOptions(true),
        call.wishes().mostTokens(),
        call.wishes().temperature(),
        call.wishes().topP());
  }
}
