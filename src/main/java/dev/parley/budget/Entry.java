package dev.parley.budget;

/// A row of the ledger.
///
/// @param amounts that it adds to its subject's balance
/// @param inputTokens held: as estimated; settled: as used
record Entry(Hold hold, Kind kind, Amounts amounts, long inputTokens, long outputTokens) {

  /// What is added: what an answer may cost, or by how much less it did.
  enum Kind {
    HELD,
    SETTLED;

    String word() {
      return this == HELD ? "held" : "settled";
    }
  }

  static Entry held(Hold hold) {
    return new Entry(hold, Kind.HELD, hold.most(), hold.inputTokens(), 0);
  }

  /// @param cost what the answer did cost
  static Entry settled(Hold hold, Amounts cost, Spent spent) {
    return new Entry(
        hold, Kind.SETTLED, cost.minus(hold.most()), spent.inputTokens(), spent.outputTokens());
  }
}
