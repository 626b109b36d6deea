package dev.parley.relay;

import dev.parley.answer.AnswerStore;
import dev.parley.answer.Ending;
import dev.parley.answer.Part;
import java.util.List;
import java.util.Optional;

/// Keeps nothing.
final class Unstored implements AnswerStore {

  private static final String NOTHING = "";

  @Override
  public void save(List<Part> parts) {
    // Nothing of it is kept.
  }

  @Override
  public Optional<Object> finish(String answerId, Ending ending) {
    return Optional.of(NOTHING);
  }
}
