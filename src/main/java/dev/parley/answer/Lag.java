package dev.parley.answer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How long work waits at one place, told by one piece of it at a time that goes through there.
///
/// One late piece may be a pause of the whole machine, behind which nothing waits. Where the one
/// after it is late as well, work has piled up.
final class Lag {

  private static final long NONE = 0;
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final AtomicLong began = new AtomicLong(NONE);
  private final LongSupplier nanoTime;
  private volatile long ended;
  private volatile long last;
  private volatile long before;

  Lag(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// Begins to measure, unless a piece is on its way.
  ///
  /// @return whether this one is measured: then it is to [#end]
  boolean begin() {
    return began.compareAndSet(NONE, nanoTime.getAsLong() | 1); // never NONE
  }

  /// The piece that is measured has come through.
  void end() {
    var now = nanoTime.getAsLong();
    before = last;
    last = now - began.get();
    ended = now;
    began.set(NONE);
  }

  /// The piece that is measured is not to count: it waited for something else.
  void giveUp() {
    began.set(NONE);
  }

  /// Whether pieces wait for longer than that, one after another.
  boolean exceeds(Duration most) {
    var limit = most.toNanos();
    var now = nanoTime.getAsLong();
    var began = this.began.get();
    var isLateNow = began != NONE && now - began > limit;
    var wasLateBefore = before > limit && now - ended < FRESH_NANOS;
    return last > limit && (isLateNow || wasLateBefore);
  }
}
