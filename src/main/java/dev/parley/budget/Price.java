package dev.parley.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a model costs, in the currency's unit for a million tokens.
record Price(BigDecimal input, BigDecimal output) {

  /// A unit for a million is a thousand billionths for one.
  private static final int BILLIONTHS_OF_A_MILLION = 3;

  /// In billionths, rounded up.
  long cost(long inputTokens, long outputTokens) {
    return input
        .multiply(BigDecimal.valueOf(inputTokens))
        .add(output.multiply(BigDecimal.valueOf(outputTokens)))
        .movePointRight(BILLIONTHS_OF_A_MILLION)
        .setScale(0, RoundingMode.CEILING)
        .longValue();
  }
}
