package dev.parley.openai;

import dev.parley.answer.AnswerStore;
import dev.parley.answer.End;
import dev.parley.answer.Ending;
import dev.parley.answer.Topic;
import dev.parley.budget.Hold;
import dev.parley.idempotency.First;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps nothing of one answer but what it did cost.
final class UnkeptAnswer implements AnswerStore {

  private static final Logger log = LoggerFactory.getLogger(UnkeptAnswer.class);

  private final Accounting accounting;
  private final First once;
  private final Function<Ending, Object> told;
  private volatile @Nullable Hold hold;

  /// @param told what the end carries for the reader
  UnkeptAnswer(Accounting accounting, First once, Function<Ending, Object> told) {
    this.accounting = accounting;
    this.once = once;
    this.told = told;
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
    if (held != null) {
      try {
        accounting.end(topic.ownerId(), once, held, ending);
      } catch (RuntimeException e) {
        log.warn("What answer {} did cost could not be stored", answerId, e);
      }
    }
    return Optional.of(ending.end(told.apply(ending)));
  }
}
