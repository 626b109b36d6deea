package dev.parley.auth;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How far a growing table has been read. Where several transactions commit at once, a row can come
/// to be seen after one with a greater number. So a number counts as read, with all below it, only
/// some time after it was first seen; the rows of that time are read again.
///
/// No transaction here takes half as long as that time. Not safe for several threads.
final class Overlap {

  private static final long NANOS = Duration.ofSeconds(30).toNanos();

  private final NavigableMap<Long, Long> firstSeen = new TreeMap<>();
  private long read;

  /// Notes that a row was seen.
  ///
  /// @param now as [System#nanoTime()] tells it
  /// @return whether it was for the first time
  boolean isNew(long n, long now) {
    return n > read && firstSeen.putIfAbsent(n, now) == null;
  }

  /// The number after which to read on.
  long read(long now) {
    for (var oldest = firstSeen.firstEntry();
        oldest != null && now - oldest.getValue() > NANOS;
        oldest = firstSeen.firstEntry()) {
      read = oldest.getKey();
      firstSeen.remove(read);
    }
    return read;
  }
}
