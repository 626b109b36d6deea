package dev.parley.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What a budget has too little of.
///
/// @param budget whose it is: the payer's, or a pool's
/// @param now milliseconds since 1970
record Shortage(
    Payer payer,
    String budget,
    Period period,
    Measure measure,
    long limit,
    long left,
    long needed,
    long now) {

  private static final int SECOND = 1000;

  /// Where a budget has too little of several things, the one that it lacks for longest.
  ///
  /// @param balance as it is today
  static Optional<Shortage> find(
      Payer payer, String budget, Allowance allowance, Balance balance, Amounts needs, long now) {
    for (var period : List.of(Period.MONTH, Period.DAY)) {
      for (var measure : Measure.values()) {
        var limit = allowance.of(period).of(measure);
        var left = limit - balance.of(period).of(measure);
        var needed = needs.of(measure);
        if (left < needed) {
          return Optional.of(
              new Shortage(payer, budget, period, measure, limit, Math.max(0, left), needed, now));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether it is others, too, who used it up.
  boolean isShared() {
    return !budget.equals(payer.subject());
  }

  /// When the budget begins anew.
  Instant until() {
    return period.next(today()).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /// Seconds until then, rounded up.
  long secondsLeft() {
    return Math.max(1, (until().toEpochMilli() - now + SECOND - 1) / SECOND);
  }

  /// Seconds that the budget is for.
  long seconds() {
    var today = today();
    return ChronoUnit.SECONDS.between(
        period.first(today).atStartOfDay(), period.next(today).atStartOfDay());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC);
  }
}
