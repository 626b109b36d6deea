package dev.parley.openai;

import dev.parley.answer.AnswerStore;
import dev.parley.answer.End;
import dev.parley.answer.Ending;
import dev.parley.answer.Topic;
import dev.parley.budget.Hold;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps nothing of one answer but what it did cost.
final class Unkept implements AnswerStore {

  private static final Logger log = LoggerFactory.getLogger(Unkept.class);
  private static final String NOTHING = "";

  private final Accounting accounting;
  private final long begun = System.nanoTime();
  private volatile @Nullable Hold hold;

  Unkept(Accounting accounting) {
    this.accounting = accounting;
  }

  void hold(Hold held) {
    hold = held;
  }

  @Override
  public boolean savesText() {
    return false;
  }

  /// What the database cannot take now is no reason to keep an answer from its asker.
  @Override
  public Optional<End> finish(String answerId, Topic topic, Ending ending) {
    var held = hold;
    var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    if (held != null) {
      try {
        accounting.end(topic.ownerId(), held, ending, millis);
      } catch (RuntimeException e) {
        log.warn("What answer {} did cost could not be stored", answerId, e);
      }
    }
    return Optional.of(ending.end(NOTHING));
  }
}
