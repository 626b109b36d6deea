package dev.parley.budget;

import dev.parley.budget.UsageReport.InPeriod;
import dev.parley.budget.UsageReport.Left;
import dev.parley.budget.UsageReport.OfModel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reports what accounts have used, out of a month's sums at most.
@Component
class UsageReports {

  private final UsageRows usage;
  private final Balances balances;
  private final KnownBudgets budgets;
  private final BudgetSettings settings;
  private final Clock clock;

  UsageReports(
      UsageRows usage,
      Balances balances,
      KnownBudgets budgets,
      BudgetSettings settings,
      Clock clock) {
    this.usage = usage;
    this.balances = balances;
    this.budgets = budgets;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public UsageReport of(Payer.Account account) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var rows = usage.since(account.user(), Period.MONTH.first(today));
    var balance = balances.find(account.subject()).on(today.toEpochDay());
    var allowance = budgets.of(account);
    return new UsageReport(
        inPeriod(Period.DAY, today, rows, balance, allowance),
        inPeriod(Period.MONTH, today, rows, balance, allowance),
        settings.currency(),
        models(rows));
  }

  private static InPeriod inPeriod(
      Period period, LocalDate today, List<UsageRow> rows, Balance balance, Allowance allowance) {
    var first = period.first(today);
    var used =
        rows.stream()
            .filter(row -> !row.day().isBefore(first))
            .map(UsageRow::amounts)
            .reduce(Amounts.ZERO, Amounts::plus);
    var taken = balance.of(period);
    var limits = allowance.of(period);
    return new InPeriod(
        start(first),
        start(period.next(today)),
        left(Measure.QUESTIONS, used, taken, limits),
        left(Measure.TOKENS, used, taken, limits),
        left(Measure.COST, used, taken, limits));
  }

  private static Left left(Measure measure, Amounts used, Amounts balance, Amounts limits) {
    return Left.of(measure, used.of(measure), balance.of(measure), limits.of(measure));
  }

  private static List<OfModel> models(List<UsageRow> rows) {
    var models = new TreeMap<String, OfModel>();
    for (var row : rows) {
      var used =
          new OfModel(
              row.model(), row.questions(), row.inputTokens(), row.outputTokens(), row.cost());
      models.merge(row.model(), used, OfModel::plus);
    }
    return List.copyOf(models.values());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
