package dev.parley.answer;

import java.util.Optional;

/// Where the ends of answers are kept. Its methods block, and are called on virtual threads.
public interface AnswerStore {

  /// Whether text is saved while it is being written.
  boolean savesText();

  /// Stores the end of an answer, durably.
  ///
  /// @param topic whose it is
  /// @return how it has ended, as readers are to be told: another node may have ended it before;
  /// nothing if it has been deleted by now
  Optional<End> finish(String answerId, Topic topic, Ending ending);
}
