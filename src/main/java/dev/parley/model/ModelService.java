package dev.parley.model;

/// A service that writes answers.
public interface ModelService {

  /// Asks, without waiting: the listener hears the answer. Called on an event loop, on which the
  /// answer is then read.
  Ongoing ask(ModelCall call, ModelListener listener);

  /// Refuses right now, before anything is stored, where asking is known to be of no use.
  ///
  /// @throws ModelFailure `model_unavailable`
  void checkAvailable();
}
