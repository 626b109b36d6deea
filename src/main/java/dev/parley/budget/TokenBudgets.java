package dev.parley.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How many tokens accounts may still use today.
@Component
public class TokenBudgets {

  /// Where an account stands.
  ///
  /// @param limit of the day
  /// @param seconds until the next day
  public record Left(long limit, long remaining, long seconds) {}

  private final KnownBudgets budgets;
  private final Balances balances;
  private final Clock clock;

  TokenBudgets(KnownBudgets budgets, Balances balances, Clock clock) {
    this.budgets = budgets;
    this.balances = balances;
    this.clock = clock;
  }

  /// Where an account stands today.
  ///
  /// @return none where a day has any amount
  public Optional<Left> of(String accountId) {
    var account = new Payer.Account(accountId);
    var limit = budgets.of(account).day().of(Measure.TOKENS);
    if (limit == Allowance.UNLIMITED) {
      return Optional.empty();
    }
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var used = balances.find(account.subject()).on(today.toEpochDay()).inDay().of(Measure.TOKENS);
    var tomorrow = today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return Optional.of(
        new Left(limit, Math.max(0, limit - used), ChronoUnit.SECONDS.between(now, tomorrow) + 1));
  }
}
