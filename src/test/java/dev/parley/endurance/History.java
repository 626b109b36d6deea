package dev.parley.endurance;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What several clients did at the same time, and what they were told. It is explained if it might
/// have happened one after the other: each operation at some moment between its beginning and its
/// end (Herlihy and Wing, "Linearizability", 1990; the search is Wing and Gong's, 1993).
///
/// @param <S> states of what they did it to
final class History<S, O, R> {

  private record Point<S>(BitSet done, S state) {}

  private final Sequential<S, O, R> model;
  private final List<Done<O, R>> operations;
  private final Set<Point<S>> seen = new HashSet<>();

  History(Sequential<S, O, R> model, List<Done<O, R>> operations) {
    this.model = model;
    this.operations = List.copyOf(operations);
  }

  /// Whether there is an order in which all of it might have been told.
  boolean isExplainedFrom(S state) {
    return isExplained(new BitSet(operations.size()), state);
  }

  private boolean isExplained(BitSet done, S state) {
    if (done.cardinality() == operations.size()) {
      return true;
    }
    if (!seen.add(new Point<>((BitSet) done.clone(), state))) {
      return false;
    }
    var firstEnd = firstEnd(done);
    for (var at = done.nextClearBit(0); at < operations.size(); at = done.nextClearBit(at + 1)) {
      var next = operations.get(at);
      // Whatever began after another had ended comes after it.
      if (next.began() <= firstEnd) {
        var after = model.after(state, next.operation(), next.told());
        done.set(at);
        if (after.isPresent() && isExplained(done, after.get())) {
          return true;
        }
        done.clear(at);
      }
    }
    return false;
  }

  private long firstEnd(BitSet done) {
    var first = Long.MAX_VALUE;
    for (var at = done.nextClearBit(0); at < operations.size(); at = done.nextClearBit(at + 1)) {
      first = Math.min(first, operations.get(at).ended());
    }
    return first;
  }
}
