package dev.parley.auth;

import dev.parley.platform.Nodes;
import dev.parley.platform.RedisSettings;
import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import java.util.Optional;

/// A node with a signing key of its own takes no token that another has given.
final class OwnSigningKeyCheck implements StartCheck {

  @Override
  public String name() {
    return "own-keys";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var shared = settings.get(RedisSettings.class).nodes() == Nodes.SEVERAL;
    return shared && settings.get(TokenSettings.class).secret() == null
        ? Optional.of(
            Weakness.anywhere(
                "REDIS_URL is set and JWT_SECRET is not: other nodes would take no token of this"
                    + " one.",
                "Set JWT_SECRET to the same 64 random hexadecimal digits on all nodes."))
        : Optional.empty();
  }
}
