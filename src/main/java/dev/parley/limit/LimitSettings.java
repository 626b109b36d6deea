package dev.parley.limit;

import dev.parley.platform.UnsafeStart;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The limits as they are set.
@Component
final class LimitSettings {

  private final Map<Limit, Rate> rates = new EnumMap<>(Limit.class);
  private final Map<Ceiling, Integer> ceilings = new EnumMap<>(Ceiling.class);

  LimitSettings(Environment environment) {
    for (var limit : Limit.values()) {
      var set = environment.getProperty(limit.setting());
      rates.put(limit, set == null ? limit.standard() : Rate.parse(limit.setting(), set));
    }
    for (var ceiling : Ceiling.values()) {
      var set = environment.getProperty(ceiling.setting());
      ceilings.put(ceiling, set == null ? ceiling.standard() : count(ceiling.setting(), set));
    }
  }

  Rate rate(Limit limit) {
    return rates.getOrDefault(limit, limit.standard());
  }

  int ceiling(Ceiling ceiling) {
    return ceilings.getOrDefault(ceiling, ceiling.standard());
  }

  private static int count(String setting, String text) {
    if (!text.strip().matches("[1-9]\\d{0,8}")) {
      throw new UnsafeStart(
          "%s is not a count: %s".formatted(setting, text), "Set it to a whole number, 1 or more.");
    }
    return Integer.parseInt(text.strip());
  }
}
