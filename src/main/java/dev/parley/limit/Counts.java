package dev.parley.limit;

import java.util.Optional;

/// Where what is limited is counted: the one door to it, whoever keeps the counts.
interface Counts {

  /// Takes one of what a rate allows, if there is one left. Exact, however many ask at once.
  ///
  /// @param key whose it is, within the limit
  /// @return nothing where the counts cannot be had
  Optional<Verdict> take(Limit limit, Rate rate, String key);

  /// Whether there was one, and how things stand.
  ///
  /// @param remaining how many there are left
  /// @param nanos nanoseconds until there is one again, if there was none; until all are there
  /// again,
  ///     if there was one
  record Verdict(boolean allowed, long remaining, long nanos) {}
}
