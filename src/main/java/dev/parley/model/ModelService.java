package dev.parley.model;

import java.util.concurrent.ScheduledExecutorService;

/// A service that writes answers.
public interface ModelService {

  /// Asks, without waiting: the listener hears the answer. Called on an event loop, on which the
  /// answer is then read.
  ///
  /// @param loop the same, for what is to be done later
  Ongoing ask(ModelCall call, ModelListener listener, ScheduledExecutorService loop);

  /// Refuses right now, before anything is stored, where asking is known to be of no use.
  ///
  /// @throws ModelFailure `model_unavailable`
  void checkAvailable();
}
