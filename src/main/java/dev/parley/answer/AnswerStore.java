package dev.parley.answer;

import java.util.List;
import java.util.Optional;

/// Where answers are kept. Its methods block, and are called on virtual threads.
public interface AnswerStore {

  /// Saves text of answers that are being written; what is of an answer that is gone by now is
  /// passed over.
  void save(List<Part> parts);

  /// Stores the end of an answer, durably.
  ///
  /// @return the message as clients see it; nothing if it has been deleted by now
  Optional<Object> finish(String answerId, Ending ending);
}
