package dev.parley.budget;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What tokens cost, and how long what is held for an answer may wait for it.
///
/// @param prices `PARLEY_PRICES`: what a million tokens of each model cost, in and out
/// @param currency `PARLEY_CURRENCY`: what the prices are in, for those who read them
/// @param holdFor how long an answer can take at most; what is held for longer belongs to one that
/// nobody writes any more
@ConfigurationProperties("parley.budget")
record BudgetSettings(
    @DefaultValue(BudgetSettings.OPENAI) String prices,
    @DefaultValue("USD") String currency,
    @DefaultValue("1h") Duration holdFor) {

  /// What OpenAI asks for the models that are allowed unless somebody says otherwise.
  static final String OPENAI =
      "gpt-4.1-mini=0.40/1.60, gpt-4o-mini=0.15/0.60, gpt-3.5-turbo=0.50/1.50";

  Prices priceList() {
    return Prices.parse(prices);
  }
}
