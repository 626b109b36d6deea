package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.model.FunctionCall;
import dev.parley.model.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A message of a [Transcript].
///
/// @param place sorts messages as they were made: a message comes after the one that it follows
/// @param id the one that it has where it was written
/// @param functionCalls the functions that the model wanted to have called
/// @param callId the call that it is the output of; only of what a function gave
/// @param response what another room keeps of it ([Remarks])
public record TranscriptMessage(
    @JsonIgnore long place,
    String id,
    @Nullable String parentId,
    String role,
    String content,
    String status,
    @Nullable String model,
    @Nullable Usage usage,
    @Nullable Failure error,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FunctionCall> functionCalls,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String callId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode response) {

  /// Why an answer is not whole.
  public record Failure(String code, String detail) {}

  static TranscriptMessage of(long place, Message message) {
    var error = message.error();
    return new TranscriptMessage(
        place,
        message.id(),
        message.parentId(),
        message.role(),
        message.content(),
        message.status(),
        message.model(),
        message.usage(),
        error == null ? null : new Failure(error.code(), error.detail()),
        message.createdAt(),
        message.functionCalls(),
        message.callId(),
        null);
  }

  /// The same with what it was asked for with.
  public TranscriptMessage with(@Nullable JsonNode remark) {
    return new TranscriptMessage(
        place,
        id,
        parentId,
        role,
        content,
        status,
        model,
        usage,
        error,
        createdAt,
        functionCalls,
        callId,
        remark);
  }

  /// Whether it is a question; else it is an answer.
  @JsonIgnore
  public boolean isQuestion() {
    return Message.USER.equals(role);
  }
}
