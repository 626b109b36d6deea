package dev.parley.limit;

import java.util.Optional;

/// Where guesses are counted that may be wrong: the one door to it, whoever keeps them.
///
/// A rate allows so many wrong guesses in so much time. When they are used up nobody guesses for
/// that time, after the next round for twice as long, and so on up to an hour; in quiet times it is
/// forgotten again, a round at a time. What was refused was no guess, so asking on and on makes
/// nobody wait longer.
interface Guesses {

  /// Takes one guess, which is taken for wrong until it is given back. Exact, however many ask at
  /// once.
  ///
  /// @param key at what, or whose, within the limit
  /// @return nothing where they cannot be had
  Optional<Counts.Verdict> take(Limit limit, Rate rate, String key);

  /// Gives one back that was right, or was not looked at.
  void giveBack(Limit limit, String key);
}
