package dev.parley.budget;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Settles answers of which nothing is known, each in a transaction that keeps nobody waiting.
@Component
class Expired {

  private final Spending spending;
  private final HoldMetrics metrics;

  Expired(Spending spending, HoldMetrics metrics) {
    this.spending = spending;
    this.metrics = metrics;
  }

  /// What was sent has to be paid for; of more nobody knows.
  @Transactional
  public void settle(Hold hold) {
    spending.settleUnlessClosed(hold, Spent.brokenOff(hold.inputTokens(), 0));
    metrics.expired();
  }
}
