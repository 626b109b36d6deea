package dev.parley.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a model's answer ended.
public sealed interface ModelEnd {

  /// The model said that the answer is whole.
  ///
  /// @param usage none where the service does not tell
  /// @param calls the functions that the model wants to have called
  record Whole(@Nullable Usage usage, List<FunctionCall> calls) implements ModelEnd {

    /// An answer that is text alone.
    public Whole(@Nullable Usage usage) {
      this(usage, List.of());
    }
  }

  /// It is not whole, and why.
  record Broken(ModelFailure failure, @Nullable Usage usage) implements ModelEnd {}
}
