package dev.parley.endurance;

import java.time.Duration;

/// How long, and how many: what can be set as `-Dendurance.NAME=…`.
final class Setting {

  private Setting() {}

  static int count(String name, int standard) {
    return Integer.getInteger("endurance." + name, standard);
  }

  /// A time in seconds.
  static Duration seconds(String name, int standard) {
    return Duration.ofSeconds(count(name, standard));
  }
}
