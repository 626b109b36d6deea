package dev.parley.budget;

import dev.parley.model.Models;
import dev.parley.platform.StorageBusy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes what answers cost from the budgets: the most that it can be before the model is asked, and
/// gives back the rest once it is known how much it was.
///
/// Both happen in the transaction that stores the question, and the answer. Balances are the last
/// that it touches, so that others wait for one no longer than for its commit.
@Component
public class Spending {

  private static final Logger log = LoggerFactory.getLogger(Spending.class);

  private static final int ATTEMPTS = 5;

  private final KnownBudgets budgets;
  private final Balances balances;
  private final Ledger ledger;
  private final UsageDays usage;
  private final Models models;
  private final Prices prices;
  private final HoldMetrics metrics;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Spending(
      KnownBudgets budgets,
      Balances balances,
      Ledger ledger,
      UsageDays usage,
      Models models,
      BudgetSettings settings,
      HoldMetrics metrics,
      ApplicationEventPublisher events,
      Clock clock) {
    this.budgets = budgets;
    this.balances = balances;
    this.ledger = ledger;
    this.usage = usage;
    this.models = models;
    this.prices = settings.priceList();
    this.metrics = metrics;
    this.events = events;
    this.clock = clock;
  }

  /// Holds the most that an answer can cost, where a budget limits that.
  ///
  /// @param inputTokens of all that the model is sent, estimated to err high
  /// @param ownKey whether the asker pays the model service: then it costs no money here
  /// @throws QuotaExceeded where there is not so much left
  @Transactional(propagation = Propagation.MANDATORY)
  public Hold hold(Payer payer, String answerId, String model, int inputTokens, boolean ownKey) {
    return holdNow(note(payer, answerId, model, inputTokens, ownKey), models.longestAnswer(model));
  }

  /// Holds the most that an answer can cost which is limited by more than its model.
  ///
  /// @param outputTokens that it can have at most, if the model writes so much
  /// @throws QuotaExceeded where there is not so much left
  @Transactional(propagation = Propagation.MANDATORY)
  public Hold hold(
      Payer payer,
      String answerId,
      String model,
      int inputTokens,
      long outputTokens,
      boolean ownKey) {
    return holdNow(note(payer, answerId, model, inputTokens, ownKey), outputTokens);
  }

  private Hold holdNow(Hold noted, long outputTokens) {
    var payer = noted.payer();
    var answerId = noted.answerId();
    if (isUnlimited(payer)) {
      return noted;
    }
    var most = amounts(noted.model(), noted.ownKey(), true, noted.inputTokens(), outputTokens);
    var day = noted.day();
    if (payer.hasBalance()) {
      day = take(payer, payer.subject(), day, most, budgets.of(payer));
    }
    var pools = pools(payer);
    for (var pool : pools) {
      day = take(payer, pool.subject(), day, most, budgets.all().of(pool));
    }
    var hold =
        new Hold(
            payer, answerId, day, noted.model(), noted.ownKey(), noted.inputTokens(), most, pools);
    ledger.add(Entry.held(hold));
    metrics.held(answerId);
    return hold;
  }

  /// Holds nothing for an answer, where nothing limits it.
  Hold note(Payer payer, String answerId, String model, int inputTokens, boolean ownKey) {
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    return new Hold(payer, answerId, day, model, ownKey, inputTokens, Amounts.ZERO, Set.of());
  }

  boolean isUnlimited(Payer payer) {
    return budgets.of(payer).isUnlimited() && pools(payer).isEmpty();
  }

  private Set<Pool> pools(Payer payer) {
    var pools = EnumSet.noneOf(Pool.class);
    for (var pool : Pool.values()) {
      if (pool.holds(payer) && !budgets.all().of(pool).isUnlimited()) {
        pools.add(pool);
      }
    }
    return pools;
  }

  private long take(Payer payer, String subject, long today, Amounts most, Allowance allowance) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var day = balances.take(subject, today, most, allowance);
      if (day.isPresent()) {
        return day.getAsLong();
      }
      // There may be room by now, because somebody gave some back.
      var balance = balances.find(subject);
      Shortage.find(payer, subject, allowance, balance, most, clock.millis())
          .ifPresent(
              shortage -> {
                throw new QuotaExceeded(shortage);
              });
    }
    throw new StorageBusy("many take from one balance and give back");
  }

  /// Settles what an answer did cost. What was settled before stays as it is.
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(Hold hold, Spent spent) {
    settleNow(hold, spent);
  }

  private void settleNow(Hold hold, Spent spent) {
    var cost =
        amounts(
            hold.model(), hold.ownKey(), spent.counts(), spent.inputTokens(), spent.outputTokens());
    var entry = Entry.settled(hold, cost, spent);
    metrics.settled(hold.answerId());
    if (!ledger.add(entry)) {
      return;
    }
    usage.add(hold, cost, spent);
    if (hold.payer().hasBalance()) {
      balances.correct(hold.payer().subject(), hold.day(), entry.amounts());
    }
    hold.pools().forEach(pool -> balances.correct(pool.subject(), hold.day(), entry.amounts()));
  }

  /// Settles what an answer did cost whose conversation is gone, unless its account is, too.
  @Transactional(propagation = Propagation.MANDATORY)
  public void settleUnlessClosed(Hold hold, Spent spent) {
    if (!(hold.payer() instanceof Payer.Account account) || budgets.isOpen(account)) {
      settleNow(hold, spent);
    }
    metrics.settled(hold.answerId());
  }

  /// Settles an answer that a crash broke off. Where nothing was held for it, nothing is known of
  /// it.
  ///
  /// @param writtenTokens of its text as far as that was saved, estimated
  @Transactional(propagation = Propagation.MANDATORY)
  public void settleBrokenOff(String answerId, int writtenTokens) {
    ledger
        .findHeld(answerId)
        .ifPresent(hold -> settleNow(hold, Spent.brokenOff(hold.inputTokens(), writtenTokens)));
  }

  /// Does what holds something in a transaction, and tells of a refusal once that is over.
  public <T> T telling(Supplier<T> holding) {
    try {
      return holding.get();
    } catch (QuotaExceeded refusal) {
      tell(refusal);
      throw refusal;
    }
  }

  private void tell(QuotaExceeded refusal) {
    metrics.refused();
    var event = BudgetExceeded.of(refusal.shortage());
    log.info("{}", event);
    events.publishEvent(event);
  }

  private Amounts amounts(
      String model, boolean ownKey, boolean counts, long inputTokens, long outputTokens) {
    return new Amounts(
        counts ? 1 : 0,
        inputTokens + outputTokens,
        ownKey ? 0 : prices.of(model).cost(inputTokens, outputTokens));
  }
}
