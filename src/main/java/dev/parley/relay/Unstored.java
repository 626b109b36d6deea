package dev.parley.relay;

import dev.parley.answer.AnswerStore;
import dev.parley.answer.End;
import dev.parley.answer.Ending;
import dev.parley.answer.Topic;
import dev.parley.budget.Hold;
import dev.parley.budget.Tab;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/// Keeps nothing but how much it was, and that it was.
final class Unstored implements AnswerStore {

  private static final String NOTHING = "";

  private final Tab tab;
  private final ApplicationEventPublisher events;
  private volatile @Nullable Hold hold;

  Unstored(Tab tab, ApplicationEventPublisher events) {
    this.tab = tab;
    this.events = events;
  }

  void hold(Hold held) {
    hold = held;
  }

  @Override
  public boolean savesText() {
    return false;
  }

  @Override
  public Optional<End> finish(String answerId, Topic topic, Ending ending) {
    var held = hold;
    if (held != null) {
      tab.settle(held, ending);
    }
    var outcome = ending.status().word();
    events.publishEvent(new RelayHappening.AnswerRelayed(answerId, outcome, ending.text()));
    return Optional.of(ending.end(NOTHING));
  }
}
