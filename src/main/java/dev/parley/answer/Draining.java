package dev.parley.answer;

import dev.parley.node.ThisNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets the answers end when the server is being stopped: it is unready at once, takes no new
/// question, gives those that run some time, and ends and stores the rest. Then it lets go whoever
/// listens for what happens, or reads what other nodes write. The web server stops after that.
@Component
class Draining implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Draining.class);
  private static final int STORING_SECONDS = 5;

  private final Answers answers;
  private final Feed feed;
  private final Mirrors mirrors;
  private final ThisNode node;
  private final AnswerSettings settings;
  private final ApplicationEventPublisher events;
  private volatile boolean running;

  Draining(
      Answers answers,
      Feed feed,
      Mirrors mirrors,
      ThisNode node,
      AnswerSettings settings,
      ApplicationEventPublisher events) {
    this.answers = answers;
    this.feed = feed;
    this.mirrors = mirrors;
    this.node = node;
    this.settings = settings;
    this.events = events;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
    answers.refuse();
    if (!answers.all().isEmpty()) {
      log.info(
          "{} answers are being written: they get {}",
          answers.all().size(),
          settings.shutdownPatience());
    }
    var farewell = CompletableFuture.runAsync(() -> {}, after(node.farewell()));
    await(settings.shutdownPatience().toMillis());
    farewell.join();
    answers.endAll(text -> Ending.failed(text, null, new ServerShutdown()));
    await(TimeUnit.SECONDS.toMillis(STORING_SECONDS));
    feed.end();
    mirrors.letGo();
  }

  private static Executor after(Duration delay) {
    return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void await(long millis) {
    var ends = answers.all().stream().map(LiveAnswer::end).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends).completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
