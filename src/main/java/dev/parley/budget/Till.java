package dev.parley.budget;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pays in transactions of its own, where there is no other.
@Component
class Till {

  private final Spending spending;

  Till(Spending spending) {
    this.spending = spending;
  }

  @Transactional
  public Hold hold(Payer payer, String answerId, String model, int inputTokens, boolean ownKey) {
    return spending.hold(payer, answerId, model, inputTokens, ownKey);
  }

  @Transactional
  public void settle(Hold hold, Spent spent) {
    spending.settle(hold, spent);
  }

  @Transactional
  public void settleBrokenOff(String answerId, int writtenTokens) {
    spending.settleBrokenOff(answerId, writtenTokens);
  }
}
