package dev.parley.answer;

/// Notes when the text of an answer comes. Its answer sees to it that one thread does so at a time.
final class Pacing {

  private final long madeAt = System.nanoTime();
  private long firstTextAt;
  private long lastTextAt;
  private long longestGap;

  /// There is more text now.
  void textCame() {
    var now = System.nanoTime();
    if (firstTextAt == 0) {
      firstTextAt = now;
    } else {
      longestGap = Math.max(longestGap, now - lastTextAt);
    }
    lastTextAt = now;
  }

  /// How it has come so far.
  Pace pace() {
    var first = firstTextAt == 0 ? 0 : Math.max(1, firstTextAt - madeAt);
    return new Pace(System.nanoTime() - madeAt, first, longestGap);
  }
}
