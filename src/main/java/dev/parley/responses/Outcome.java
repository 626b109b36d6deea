package dev.parley.responses;

import dev.parley.answer.Ending;
import dev.parley.conversation.Message;
import dev.parley.model.FunctionCall;
import dev.parley.model.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an answer is, or how it has ended.
///
/// @param status as of a message
/// @param calls the functions that the model wants to have called
/// @param code why it failed; only where it did
/// @param detail the sentence to it
record Outcome(
    String status,
    String text,
    List<FunctionCall> calls,
    @Nullable Usage usage,
    @Nullable String code,
    @Nullable String detail) {

  private static final String IN_PROGRESS = "in_progress";
  private static final String LENGTH_LIMIT = "model_length_limit";
  private static final String CONTENT_FILTER = "model_content_filter";
  private static final String RATE_LIMITED = "model_rate_limited";

  static final Outcome BEGUN = new Outcome(IN_PROGRESS, "", List.of(), null, null, null);

  static Outcome of(Message message) {
    var error = message.error();
    return new Outcome(
        message.status(),
        message.content(),
        message.functionCalls(),
        message.usage(),
        error == null ? null : error.code(),
        error == null ? null : error.detail());
  }

  static Outcome of(Ending ending) {
    var failure = ending.failure();
    return new Outcome(
        ending.status().word(),
        ending.text(),
        ending.calls(),
        ending.usage(),
        failure == null ? null : failure.code(),
        failure == null ? null : failure.detail());
  }

  /// What the end of an answer carries: the message, or this where none is kept.
  static Outcome carried(Object body) {
    return body instanceof Message message ? of(message) : (Outcome) body;
  }

  /// The status of the response.
  String responseStatus() {
    return switch (status) {
      case IN_PROGRESS, "completed" -> status;
      case "stopped" -> "cancelled";
      default -> reason() == null ? "failed" : "incomplete";
    };
  }

  /// Why it is incomplete; none where it is whole, or failed.
  @Nullable String reason() {
    return switch (code) {
      case null -> null;
      case LENGTH_LIMIT -> "max_output_tokens";
      case CONTENT_FILTER -> "content_filter";
      default -> null;
    };
  }

  boolean isFailed() {
    return "failed".equals(responseStatus());
  }

  /// What OpenAI calls the failure, of which it has few words.
  String errorCode() {
    return RATE_LIMITED.equals(code) ? "rate_limit_exceeded" : "server_error";
  }
}
