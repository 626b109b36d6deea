package dev.parley.model;

import java.util.List;

/// The body of a streamed chat completion, as the protocol has it.
record CompletionRequest(
    String model, List<Message> messages, boolean stream, StreamOptions streamOptions) {

  record Message(String role, String content) {}

  record StreamOptions(boolean includeUsage) {}

  static CompletionRequest of(ModelCall call) {
    return new CompletionRequest(
        call.model(),
        call.turns().stream().map(turn -> new Message(turn.role().word(), turn.content())).toList(),
        true,
        new StreamOptions(true));
  }
}
