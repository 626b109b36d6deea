package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/// A question as it was asked, found to be acceptable.
///
/// @param id the one that it is to have
/// @param model none: the conversation's
record NewQuestion(String id, String content, @Nullable String model, Parent parent) {

  /// What a question follows.
  sealed interface Parent {

    /// The end of the branch last used.
    record Last() implements Parent {}

    /// Nothing: it is a first question.
    record None() implements Parent {}

    /// The answer that the client named.
    record Named(String id) implements Parent {}
  }
}
