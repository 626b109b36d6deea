package dev.parley.budget;

import dev.parley.platform.UnsafeStart;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What models cost. One that is not in the list costs what `*` does; where that is not there
/// either, the most that any model in the list does, so that an estimate errs high.
final class Prices {

  private static final String OTHERS = "*";
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?<model>\\S+)\\s*=\\s*(?<in>\\d{1,6}(\\.\\d{1,6})?)/(?<out>\\d{1,6}(\\.\\d{1,6})?)");

  private final Map<String, Price> prices;
  private final Price others;

  private Prices(Map<String, Price> prices) {
    this.prices = Map.copyOf(prices);
    var listed = prices.get(OTHERS);
    others = listed == null ? dearest(prices.values()) : listed;
  }

  /// Reads a list such as `gpt-4.1-mini=0.40/1.60, *=5/15`: for each model the price of a million
  /// tokens, in and out.
  ///
  /// @throws UnsafeStart for anything else
  static Prices parse(String list) {
    var prices = new HashMap<String, Price>();
    for (var text : list.isBlank() ? new String[0] : list.split(",", -1)) {
      var entry = ENTRY.matcher(text.strip());
      if (!entry.matches()) {
        throw new UnsafeStart(
            "PARLEY_PRICES is no list of prices: %s".formatted(text.strip()),
            "Set it to models with their prices for a million tokens in and out, such as"
                + " gpt-4.1-mini=0.40/1.60, *=5/15.");
      }
      var price = new Price(new BigDecimal(entry.group("in")), new BigDecimal(entry.group("out")));
      prices.put(entry.group("model"), price);
    }
    return new Prices(prices);
  }

  Price of(String model) {
    return prices.getOrDefault(model, others);
  }

  private static Price dearest(Collection<Price> prices) {
    return new Price(most(prices, Price::input), most(prices, Price::output));
  }

  private static BigDecimal most(Collection<Price> prices, Function<Price, BigDecimal> part) {
    return prices.stream().map(part).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
  }
}
