package dev.parley.conversation;

import dev.parley.model.Usage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question or an answer as the owner of its conversation sees it.
///
/// @param parentId the message that it follows; none for a first question
/// @param role `user` or `assistant`
/// @param status `in_progress`, `completed`, `stopped`, `failed` or `interrupted`
/// @param model the one that was asked; only of answers
/// @param usage as the model counted it; only of answers whose model did
/// @param error why it failed; only of answers that did
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
    @Nullable Failure error) {

  static final String USER = "user";
  static final String ASSISTANT = "assistant";
  static final String IN_PROGRESS = "in_progress";
  static final String COMPLETED = "completed";
  static final String STOPPED = "stopped";
  static final String INTERRUPTED = "interrupted";

  /// Why an answer failed.
  public record Failure(String code, String detail) {}

  /// Not public, or it would be a field of what clients see.
  boolean isInProgress() {
    return IN_PROGRESS.equals(status);
  }

  static Message question(
      String id, String conversationId, @Nullable String parentId, String content, Instant now) {
    return new Message(
        id, conversationId, parentId, USER, true, content, COMPLETED, null, null, now, null);
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
        null);
  }

  static Message emptyAnswer(
      String id, String conversationId, String questionId, String model, Instant now) {
    return new Message(
        id, conversationId, questionId, ASSISTANT, false, "", IN_PROGRESS, model, null, now, null);
  }
}
