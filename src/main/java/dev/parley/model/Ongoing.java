package dev.parley.model;

/// An answer that a model is writing.
@FunctionalInterface
public interface Ongoing {

  /// Ends it at the model, too. The listener hears no more.
  void cancel();
}
