package dev.parley.conversation;

import dev.parley.budget.Hold;
import dev.parley.budget.Payer;
import dev.parley.budget.Spending;
import org.jspecify.annotations.Nullable;

/// What a question has to pass before it is stored.
///
/// @param seat takes a place among the answers that are being written
/// @param ownKey whether the asker pays the model service
record Admission(Runnable seat, Spending spending, Payer payer, String answerId, boolean ownKey) {

  /// Once the question is known to be acceptable.
  void enter() {
    seat.run();
  }

  /// Once it is known what goes to the model, and as the last in the transaction.
  ///
  /// @param mostTokens that the answer may have; none: as many as the model writes at most
  /// @throws dev.parley.budget.QuotaExceeded where a budget has not enough for it
  Hold pay(String model, int inputTokens, @Nullable Integer mostTokens) {
    return mostTokens == null
        ? spending.hold(payer, answerId, model, inputTokens, ownKey)
        : spending.hold(payer, answerId, model, inputTokens, mostTokens, ownKey);
  }
}
