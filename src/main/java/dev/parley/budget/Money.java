package dev.parley.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Amounts of money, which are counted in billionths of the currency's unit: a token of the
/// cheapest models costs some.
final class Money {

  static final int DIGITS = 9;

  private Money() {}

  static BigDecimal units(long billionths) {
    var units = BigDecimal.valueOf(billionths, DIGITS).stripTrailingZeros();
    // As 100, not as 1E+2.
    return units.scale() < 0 ? units.setScale(0, RoundingMode.UNNECESSARY) : units;
  }

  static long billionths(BigDecimal units) {
    return units.movePointRight(DIGITS).longValueExact();
  }
}
