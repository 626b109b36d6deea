package dev.parley.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an account has used in this day and this month, and what is left.
///
/// @param currency what `cost` is in
/// @param models by model, what was used in this month
record UsageReport(InPeriod day, InPeriod month, String currency, List<OfModel> models) {

  /// @param until when it begins anew
  record InPeriod(Instant from, Instant until, Left questions, Left tokens, Left cost) {}

  /// @param held for answers that are being written, the most that they may cost
  /// @param limit none: any amount
  record Left(Object used, Object held, @Nullable Object limit, @Nullable Object left) {

    static Left of(Measure measure, long used, long balance, long limit) {
      var unlimited = limit == Allowance.UNLIMITED;
      return new Left(
          AllowanceJson.number(measure, used),
          AllowanceJson.number(measure, Math.max(0, balance - used)),
          unlimited ? null : AllowanceJson.number(measure, limit),
          unlimited ? null : AllowanceJson.number(measure, Math.max(0, limit - balance)));
    }
  }

  record OfModel(
      String model, long questions, long inputTokens, long outputTokens, BigDecimal cost) {

    OfModel plus(OfModel other) {
      return new OfModel(
          model,
          questions + other.questions,
          inputTokens + other.inputTokens,
          outputTokens + other.outputTokens,
          cost.add(other.cost));
    }
  }
}
