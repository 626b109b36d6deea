package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/// A question as it was asked, found to be acceptable.
///
/// @param id the one that it is to have
/// @param callId the call that it gives the output of; only where it is what a function gave
/// @param model none: the conversation's
public record NewQuestion(
    String id,
    String content,
    @Nullable String callId,
    @Nullable String model,
    Parent parent,
    Framing framing) {

  /// A question that nothing goes with.
  NewQuestion(String id, String content, @Nullable String model, Parent parent) {
    this(id, content, null, model, parent, Framing.NONE);
  }

  /// What a question follows.
  public sealed interface Parent {

    /// The end of the branch last used.
    record Last() implements Parent {}

    /// Nothing: it is a first question.
    record None() implements Parent {}

    /// The answer that the client named.
    record Named(String id) implements Parent {}

    /// Nothing: its conversation is made with it.
    ///
    /// @param model of the conversation
    /// @param developerMessage of the conversation
    record Fresh(String model, @Nullable String developerMessage) implements Parent {}
  }
}
