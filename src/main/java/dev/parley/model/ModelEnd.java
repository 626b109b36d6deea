package dev.parley.model;

import org.jspecify.annotations.Nullable;

/// How a model's answer ended.
public sealed interface ModelEnd {

  /// The model said that the answer is whole.
  ///
  /// @param usage none where the service does not tell
  record Whole(@Nullable Usage usage) implements ModelEnd {}

  /// It is not whole, and why.
  record Broken(ModelFailure failure, @Nullable Usage usage) implements ModelEnd {}
}
