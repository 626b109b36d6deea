package dev.parley.model;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether the model service is down. After 5 failures in a row nothing is asked for a while;
/// then one question at a time tries whether it is back.
final class Outage {

  private static final Logger log = LoggerFactory.getLogger(Outage.class);
  private static final int FAILURES = 5;

  private final Duration pause;
  private final LongSupplier nanoTime;
  private int failures;
  private boolean trying;
  private long nextTry;

  /// @param pause how long nothing is asked
  /// @param nanoTime as [System#nanoTime()]
  Outage(Duration pause, LongSupplier nanoTime) {
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /// Whether one more question may be asked. Whoever was let through says later what came of it.
  synchronized boolean tryEnter() {
    if (!isOpen()) {
      return false;
    }
    trying = isDown();
    return true;
  }

  /// Whether somebody would be let through right now.
  synchronized boolean isOpen() {
    return !isDown() || (!trying && remaining().isZero());
  }

  /// How long nobody will be let through.
  synchronized Duration remaining() {
    var left = isDown() ? Duration.ofNanos(nextTry - nanoTime.getAsLong()) : Duration.ZERO;
    return left.isNegative() ? Duration.ZERO : left;
  }

  synchronized void answered() {
    if (isDown()) {
      log.warn("The model service is back");
    }
    failures = 0;
    trying = false;
  }

  synchronized void failed(ModelFailure failure) {
    if (!failure.isOutage()) {
      answered();
      return;
    }
    failures++;
    trying = false;
    if (isDown()) {
      nextTry = nanoTime.getAsLong() + pause.toNanos();
      log.warn(
          "The model service has failed {} times in a row: nothing is asked for {}",
          failures,
          pause);
    }
  }

  synchronized void gaveUp() {
    trying = false;
  }

  private boolean isDown() {
    return failures >= FAILURES;
  }
}
