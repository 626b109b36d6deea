package dev.parley.account;

import java.time.Duration;
import java.util.Locale;

/// What somebody may do once who shows that they read an address's mail.
enum Purpose {
  VERIFICATION(Duration.ofHours(24)),
  RESET(Duration.ofMinutes(10));

  private final Duration lifetime;

  Purpose(Duration lifetime) {
    this.lifetime = lifetime;
  }

  Duration lifetime() {
    return lifetime;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
