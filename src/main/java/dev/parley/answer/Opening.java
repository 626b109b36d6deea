package dev.parley.answer;

import dev.parley.model.ModelCall;

/// A question that has been stored, with its empty answer, and is to be asked now. It is itself the
/// body of the event `message.started`.
public interface Opening {

  /// What the model is to be asked.
  ModelCall call();
}
