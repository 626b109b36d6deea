package dev.parley.answer;

/// How an answer came.
///
/// @param wholeNanos from when it was asked for to its end
/// @param firstTextNanos to its first text; 0 where there was none
/// @param longestGapNanos the longest time between two of its texts
record Pace(long wholeNanos, long firstTextNanos, long longestGapNanos) {

  private static final long MILLISECOND = 1_000_000;

  boolean hasText() {
    return firstTextNanos > 0;
  }

  long wholeMillis() {
    return wholeNanos / MILLISECOND;
  }

  /// Rounded up; 0 where there was none.
  long firstTextMillis() {
    return Math.ceilDiv(firstTextNanos, MILLISECOND);
  }

  /// For the log.
  @Override
  public String toString() {
    return hasText()
        ? "%d ms, first text after %d ms".formatted(wholeMillis(), firstTextNanos / MILLISECOND)
        : "%d ms, no text".formatted(wholeMillis());
  }
}
