package dev.parley.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// A reader of every answer whose client is the database: at short intervals it saves all text that
/// has come since, of all answers at once, so that a crash loses next to nothing. Now and then, and
/// when one of them has been deleted, it saves all of them anew, in the place of what was there: so
/// nothing stays there that belongs to an answer which is no more.
///
/// It goes on while the server is being stopped, as the answers do, and leaves nothing but the text
/// of those that have not ended by then.
@Component
class Saving implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Saving.class);
  private static final int ADDITIONS = 64;

  private record Unsaved(LiveAnswer answer, Part part) {}

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("saving").factory());
  private final Answers answers;
  private final SavedText saved;
  private final AnswerTimes times;
  private final Duration every;

  /// How often text was added since it was last saved anew.
  private int additions;

  private volatile boolean running;

  Saving(Answers answers, SavedText saved, AnswerTimes times, AnswerSettings settings) {
    this.answers = answers;
    this.saved = saved;
    this.times = times;
    this.every = settings.saveEvery();
  }

  @Override
  public void start() {
    running = true;
    var _ =
        timer.scheduleWithFixedDelay(
            () -> save(false), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.close();
    save(true);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Stops after [Draining], which waits for answers.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 1;
  }

  /// The timer gives up work that throws, so nothing may leave this.
  private void save(boolean last) {
    var forgot = answers.tookBack();
    try {
      saveText(last || forgot || additions >= ADDITIONS || answers.all().isEmpty());
    } catch (RuntimeException | Error e) {
      // What was to be taken out is taken out with the next.
      additions = forgot ? ADDITIONS : additions;
      log.warn("The text of answers could not be saved; it is tried again", e);
    }
  }

  /// @param due whether it is time to save all of it anew
  private void saveText(boolean due) {
    var anew = additions > 0 && due;
    var unsaved = unsaved(anew);
    if (!anew && unsaved.isEmpty()) {
      return;
    }
    var parts = unsaved.stream().map(Unsaved::part).toList();
    var began = System.nanoTime();
    if (anew) {
      saved.replace(parts);
    } else {
      saved.add(parts);
    }
    times.saved(System.nanoTime() - began);
    additions = parts.isEmpty() ? 0 : anew ? 1 : additions + 1;
    unsaved.forEach(one -> one.answer.saved(one.part));
  }

  private List<Unsaved> unsaved(boolean whole) {
    var unsaved = new ArrayList<Unsaved>();
    answers
        .toSave()
        .forEach(
            answer ->
                answer.unsaved(whole).ifPresent(part -> unsaved.add(new Unsaved(answer, part))));
    return unsaved;
  }
}
