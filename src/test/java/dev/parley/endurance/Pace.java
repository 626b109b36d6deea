package dev.parley.endurance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// How often a crowd asks.
final class Pace {

  private Pace() {}

  /// As many at a time, each followed by the next when it is over: what the server can do.
  ///
  /// @return the visits that were over by then, by the second
  static double most(int atATime, Duration time, Supplier<Visit> asking)
      throws InterruptedException {
    var places = new Semaphore(atATime);
    var done = new ArrayList<Visit>();
    var began = System.nanoTime();
    while (System.nanoTime() - began < time.toNanos()) {
      places.acquire();
      var visit = asking.get();
      done.add(visit);
      var _ = visit.end().thenRun(places::release);
    }
    var seconds = (System.nanoTime() - began) / 1e9;
    places.acquire(atATime);
    return done.stream().filter(Visit::isCompleted).count() / seconds;
  }

  /// So many a second, whatever becomes of them.
  static List<Visit> steady(double bySecond, Duration time, Supplier<Visit> asking) {
    var visits = new ArrayList<Visit>();
    var began = System.nanoTime();
    while (System.nanoTime() - began < time.toNanos()) {
      var due = began + (long) (visits.size() * 1e9 / bySecond);
      var early = due - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
      } else {
        visits.add(asking.get());
      }
    }
    return visits;
  }
}
