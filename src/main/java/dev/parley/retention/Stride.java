package dev.parley.retention;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/// Does something a few at a time, of which each few are a transaction: fewer where it takes long,
/// so that nobody waits longer for it than a moment, whatever the machine and however much hangs on
/// a row. After each few it rests for as long as they took, for others to have their turn: it takes
/// half of the time of a database at most.
final class Stride {

  private static final int FIRST = 20;
  private static final int MOST = 100;
  private static final Duration LONG = Duration.ofMillis(15);

  private int few = FIRST;

  /// Repeats it until there is nothing left.
  ///
  /// @param step does at most so many, and tells how many it were
  /// @return how many it were in all
  int all(IntUnaryOperator step) {
    var all = 0;
    while (true) {
      var asked = few;
      var began = System.nanoTime();
      var done = step.applyAsInt(asked);
      var nanos = System.nanoTime() - began;
      all += done;
      if (done < asked) {
        return all;
      }
      took(nanos);
      LockSupport.parkNanos(nanos);
    }
  }

  private void took(long nanos) {
    few = nanos > LONG.toNanos() ? Math.max(1, few / 2) : Math.min(MOST, few + few / 2 + 1);
  }
}
