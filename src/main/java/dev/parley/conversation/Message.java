package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.model.FunctionCall;
import dev.parley.model.TokenEstimate;
import dev.parley.model.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question or an answer as the owner of its conversation sees it.
///
/// @param parentId the message that it follows; none for a first question
/// @param role `user` or `assistant`
/// @param status `in_progress`, `completed`, `stopped`, `failed` or `interrupted`
/// @param model the one that was asked; only of answers
/// @param usage as the model counted it; only of answers whose model did
/// @param error why it failed; only of answers that did
/// @param functionCalls the functions that the model wants to have called; only of answers to
/// programs that gave it some
/// @param callId the call that it is the output of; only of what a function gave
public record Message(
    String id,
    String conversationId,
    @Nullable String parentId,
    String role,
    boolean isUser,
    String content,
    String status,
    @Nullable String model,
    @Nullable Usage usage,
    Instant createdAt,
    @Nullable Failure error,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FunctionCall> functionCalls,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String callId) {

  static final String USER = "user";
  static final String ASSISTANT = "assistant";
  static final String IN_PROGRESS = "in_progress";
  static final String COMPLETED = "completed";
  static final String STOPPED = "stopped";
  static final String INTERRUPTED = "interrupted";

  /// Why an answer failed.
  public record Failure(String code, String detail) {}

  /// Tokens of it, estimated to err high.
  int tokens() {
    return TokenEstimate.of(content, functionCalls);
  }

  /// Whether there is anything in it, or may come to be. A function may have given an empty text.
  boolean hasAnything() {
    return isInProgress() || !content.isEmpty() || !functionCalls.isEmpty() || callId != null;
  }

  /// Not public, or it would be a field of what clients see.
  boolean isInProgress() {
    return IN_PROGRESS.equals(status);
  }

  /// What is asked: by the user, or by giving the output of a function.
  static Message question(
      String id,
      String conversationId,
      @Nullable String parentId,
      String content,
      @Nullable String callId,
      Instant now) {
    var said = new Framing.Said(id, true, content, List.of(), callId);
    return said(said, conversationId, parentId, now);
  }

  /// What somebody says to have been said; nobody was asked.
  static Message said(
      Framing.Said said, String conversationId, @Nullable String parentId, Instant now) {
    return new Message(
        said.id(),
        conversationId,
        parentId,
        said.isUser() ? USER : ASSISTANT,
        said.isUser(),
        said.content(),
        COMPLETED,
        null,
        null,
        now,
        null,
        said.calls(),
        said.callId());
  }

  static Message emptyAnswer(
      String id, String conversationId, String questionId, String model, Instant now) {
    return new Message(
        id,
        conversationId,
        questionId,
        ASSISTANT,
        false,
        "",
        IN_PROGRESS,
        model,
        null,
        now,
        null,
        List.of(),
        null);
  }
}
