package dev.parley.limit;

import java.time.Duration;

/// The guesses at one thing. Times are those of `System.nanoTime()`.
final class Rounds {

  private static final Duration LONGEST = Duration.ofHours(1);

  /// Doubled so often, a second is more than an hour.
  static final int MOST_DOUBLINGS = 12;

  private final int count;
  private final long time;
  private final long longest;

  /// Guesses of this round, wrong or not yet known to be right; all of them while nobody may guess.
  private int taken;

  /// When the first of them was.
  private long begun;

  /// Rounds that were used up and are not forgotten.
  private int usedUp;

  /// When the wait after the last of those ends.
  private long open;

  Rounds(Rate rate) {
    count = rate.count();
    time = rate.time().toNanos();
    longest = longest(rate).toNanos();
  }

  /// The longest that anybody waits.
  static Duration longest(Rate rate) {
    return rate.time().compareTo(LONGEST) > 0 ? rate.time() : LONGEST;
  }

  synchronized Counts.Verdict take(long now) {
    forget(now);
    if (taken == count) {
      return new Counts.Verdict(false, 0, open - now);
    }
    begun = taken == 0 ? now : begun;
    taken++;
    if (taken < count) {
      return new Counts.Verdict(true, count - taken, begun + time - now);
    }
    usedUp = wait(usedUp) < longest ? usedUp + 1 : usedUp;
    open = now + wait(usedUp);
    return new Counts.Verdict(true, 0, open - now);
  }

  synchronized void giveBack(long now) {
    forget(now);
    if (taken == count) {
      usedUp--;
      open = now;
    }
    taken = Math.max(0, taken - 1);
  }

  /// How long there is anything to remember of it.
  Duration memory() {
    // One wait, and then as long again for each round, of which each waited half of the next.
    return Duration.ofNanos(longest).multipliedBy(4);
  }

  private void forget(long now) {
    if (now - (taken == count ? open : begun + time) >= 0) {
      taken = 0;
    }
    while (usedUp > 0 && now - open >= wait(usedUp)) {
      open += wait(usedUp);
      usedUp--;
    }
  }

  /// The wait after so many rounds.
  private long wait(int rounds) {
    return rounds == 0 ? 0 : Math.min(longest, time << Math.min(rounds - 1, MOST_DOUBLINGS));
  }
}
