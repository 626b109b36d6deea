package dev.parley.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// The system's clock, moved by as much as a test says.
public final class MovableClock extends Clock {

  private final Clock system = Clock.systemUTC();
  private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

  /// Moves it on, or back where the time is negative.
  public void advance(Duration time) {
    moved.accumulateAndGet(time, Duration::plus);
  }

  @Override
  public Instant instant() {
    return system.instant().plus(moved.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("everything here is in UTC");
  }
}
