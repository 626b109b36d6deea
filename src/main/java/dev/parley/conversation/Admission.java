package dev.parley.conversation;

import dev.parley.budget.Hold;

/// What a question has to pass before it is stored.
///
/// @param seat takes a place among the answers that are being written
/// @param payment holds what the answer may cost
record Admission(Runnable seat, Payment payment) {

  /// Holds what an answer of a model to so many tokens may cost.
  @FunctionalInterface
  interface Payment {
    Hold hold(String model, int inputTokens);
  }

  /// Once the question is known to be acceptable.
  void enter() {
    seat.run();
  }

  /// Once it is known what goes to the model, and as the last in the transaction.
  ///
  /// @throws dev.parley.budget.QuotaExceeded where a budget has not enough for it
  Hold pay(String model, int inputTokens) {
    return payment.hold(model, inputTokens);
  }
}
