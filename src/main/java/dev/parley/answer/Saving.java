package dev.parley.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// A reader of every answer whose client is the database: at short intervals it saves all text that
/// has come since, of all answers in one transaction, so that a crash loses next to nothing.
///
/// It goes on while the server is being stopped, as the answers do.
@Component
class Saving implements InitializingBean, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Saving.class);

  private record Unsaved(LiveAnswer answer, Part part) {}

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("saving").factory());
  private final Answers answers;
  private final Duration every;

  Saving(Answers answers, AnswerSettings settings) {
    this.answers = answers;
    this.every = settings.saveEvery();
  }

  @Override
  public void afterPropertiesSet() {
    var _ =
        timer.scheduleWithFixedDelay(
            this::save, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void destroy() {
    timer.shutdownNow();
  }

  private void save() {
    unsaved().forEach(Saving::save);
  }

  private Map<AnswerStore, List<Unsaved>> unsaved() {
    var unsaved = new HashMap<AnswerStore, List<Unsaved>>();
    for (var answer : answers.all()) {
      answer
          .unsaved()
          .ifPresent(
              part ->
                  unsaved
                      .computeIfAbsent(answer.store(), _ -> new ArrayList<>())
                      .add(new Unsaved(answer, part)));
    }
    return unsaved;
  }

  private static void save(AnswerStore store, List<Unsaved> unsaved) {
    try {
      store.save(unsaved.stream().map(Unsaved::part).toList());
      unsaved.forEach(one -> one.answer.saved(one.part));
    } catch (RuntimeException e) {
      log.warn("The text of {} answers could not be saved; it is tried again", unsaved.size(), e);
    }
  }
}
