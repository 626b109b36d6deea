package dev.parley.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes what everybody may use.
@Component
class BudgetChange {

  private final StoredBudgets stored;
  private final Balances balances;
  private final UsageRows usage;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BudgetChange(
      StoredBudgets stored,
      Balances balances,
      UsageRows usage,
      ApplicationEventPublisher events,
      Clock clock) {
    this.stored = stored;
    this.balances = balances;
    this.usage = usage;
    this.events = events;
    this.clock = clock;
  }

  /// Replaces the budgets. A balance that many share is kept only while it is limited, for those
  /// who share it wait for one another; so it begins with what was used without it.
  @Transactional
  public void replace(String adminId, Budgets budgets) {
    var before = stored.find();
    stored.replace(budgets);
    events.publishEvent(new BudgetsChanged(adminId, null));
    for (var pool : Pool.values()) {
      if (before.of(pool).isUnlimited() && !budgets.of(pool).isUnlimited()) {
        begin(pool);
      }
    }
  }

  private void begin(Pool pool) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    balances.forget(pool.subject());
    balances.begin(
        pool.subject(),
        today.toEpochDay(),
        usage.sum(pool, Period.DAY.first(today)),
        usage.sum(pool, Period.MONTH.first(today)));
  }
}
