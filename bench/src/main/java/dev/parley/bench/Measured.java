package dev.parley.bench;

import org.HdrHistogram.Histogram;

/// What a load has seen. All times are nanoseconds.
final class Measured {

  private static final int DIGITS = 3;

  /// From the time at which a question was to be asked to its first token.
  final Histogram first = new Histogram(DIGITS);

  /// Between two tokens of an answer.
  final Histogram gaps = new Histogram(DIGITS);

  /// How much longer or shorter a gap was than the one between the two at the model.
  final Histogram drift = new Histogram(DIGITS);

  /// How long a token was on its way from the model.
  final Histogram way = new Histogram(DIGITS);

  /// From the time at which a request was to be sent, and not from when it could be, to its end.
  final Histogram whole = new Histogram(DIGITS);

  int answered;
  int failed;
  long nanos;

  long tokens() {
    return way.getTotalCount();
  }

  /// Answers in a second.
  double rate() {
    return answered * 1e9 / nanos;
  }

  static double micros(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / 1e3;
  }

  @Override
  public String toString() {
    return "%d answered, %d failed, %d tokens, %.0f/s, first %.0f µs, gap p99 %.1f ms, whole p99 %.1f ms"
        .formatted(
            answered,
            failed,
            tokens(),
            rate(),
            micros(first, 50),
            micros(gaps, 99) / 1e3,
            micros(whole, 99) / 1e3);
  }
}
