package dev.parley.node;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Since when each of the other nodes shows nothing, by this node's own clock that cannot be set.
/// Not safe for several threads.
final class Watch {

  private record Seen(long beats, long since) {}

  private final Map<String, Seen> seen = new HashMap<>();
  private final long patience;
  private long lookedAt;

  Watch(Duration patience) {
    this.patience = patience.toNanos();
  }

  /// Notes how the others stand. Where this node itself stood still, the others may have, too, so
  /// then it begins anew.
  ///
  /// @param now as [System#nanoTime()] tells it
  /// @return those that have shown nothing for too long
  List<NodeRows.Row> stale(List<NodeRows.Row> others, long now) {
    if (now - lookedAt > patience / 3) {
      forget();
    }
    lookedAt = now;
    seen.keySet().retainAll(others.stream().map(NodeRows.Row::id).toList());
    for (var other : others) {
      var before = seen.get(other.id());
      if (before == null || before.beats != other.beats()) {
        seen.put(other.id(), new Seen(other.beats(), now));
      }
    }
    return others.stream().filter(other -> now - since(other) > patience).toList();
  }

  private long since(NodeRows.Row other) {
    return Objects.requireNonNull(seen.get(other.id())).since;
  }

  /// Begins anew: while this node could not look, the others may not have been able to beat.
  void forget() {
    seen.clear();
  }
}
