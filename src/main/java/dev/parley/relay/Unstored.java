package dev.parley.relay;

import dev.parley.answer.AnswerStore;
import dev.parley.answer.End;
import dev.parley.answer.Ending;
import dev.parley.answer.Topic;
import java.util.Optional;

/// Keeps nothing.
final class Unstored implements AnswerStore {

  private static final String NOTHING = "";

  @Override
  public boolean savesText() {
    return false;
  }

  @Override
  public Optional<End> finish(String answerId, Topic topic, Ending ending) {
    return Optional.of(ending.end(NOTHING));
  }
}
