package dev.parley.budget;

import java.util.Locale;

/// What is counted.
enum Measure {
  QUESTIONS,
  TOKENS,
  COST;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
