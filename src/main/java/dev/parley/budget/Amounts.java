package dev.parley.budget;

/// How much of each of the things that are counted.
///
/// @param tokens of questions and answers together
/// @param cost in billionths of the currency's unit
record Amounts(long questions, long tokens, long cost) {

  static final Amounts ZERO = new Amounts(0, 0, 0);

  Amounts plus(Amounts other) {
    return new Amounts(questions + other.questions, tokens + other.tokens, cost + other.cost);
  }

  Amounts minus(Amounts other) {
    return new Amounts(questions - other.questions, tokens - other.tokens, cost - other.cost);
  }

  long of(Measure measure) {
    return switch (measure) {
      case QUESTIONS -> questions;
      case TOKENS -> tokens;
      case COST -> cost;
    };
  }
}
