package dev.parley.audit;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The events of this process that no segment has yet. Each gets its number here and is settled
/// when its transaction has ended, in whatever order; they are sealed in the order of their
/// numbers, and none before those that come before it are settled.
final class Unsealed {

  /// An event that is about to be stored, or is by now.
  final class Event {

    private final long number;
    private final long since = System.nanoTime();
    private String code = "";
    private boolean settled;
    private boolean stored;

    private Event(long number) {
      this.number = number;
    }

    long number() {
      return number;
    }

    String code() {
      return code;
    }

    /// Whether it is certain to be stored. One that is not may be all the same, where a connection
    /// broke while it was being committed.
    boolean isStored() {
      return stored;
    }

    void code(String text) {
      code = text;
    }

    /// Its transaction has ended.
    void settle(boolean committed) {
      synchronized (Unsealed.this) {
        stored = committed;
        settled = true;
      }
    }
  }

  /// Bits of a process's name that are random; those above them are the time.
  private static final int RANDOM_BITS = 20;

  private final Deque<Event> events = new ArrayDeque<>();
  private final long writer;
  private long number;

  /// @param millis of the clock
  Unsealed(long millis) {
    writer = (millis << RANDOM_BITS) | new SecureRandom().nextInt(1 << RANDOM_BITS);
  }

  /// The name of this process, greater than those of the processes before it.
  long writer() {
    return writer;
  }

  /// The next event.
  synchronized Event next() {
    var event = new Event(++number);
    events.add(event);
    return event;
  }

  /// The first of those that are settled, up to the first that is not, if the first is as old.
  ///
  /// @return empty where there is nothing to seal yet
  synchronized List<Event> due(long nanos, int most) {
    var due = new ArrayList<Event>();
    var first = events.peek();
    if (first == null || (System.nanoTime() - first.since < nanos && events.size() < most)) {
      return due;
    }
    for (var event : events) {
      if (!event.settled || due.size() == most) {
        return due;
      }
      due.add(event);
    }
    return due;
  }

  synchronized int size() {
    return events.size();
  }

  /// Lets go of all up to a number, which are sealed.
  synchronized void drop(long last) {
    while (!events.isEmpty() && events.peek().number <= last) {
      events.remove();
    }
  }
}
