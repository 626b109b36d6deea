package dev.parley.vault;

import dev.parley.platform.Nodes;
import dev.parley.platform.RedisSettings;
import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import java.util.Optional;

/// A node with a master key of its own seals what no other can open.
final class OwnMasterKeyCheck implements StartCheck {

  @Override
  public String name() {
    return "own-keys";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var shared = settings.get(RedisSettings.class).nodes() == Nodes.SEVERAL;
    return shared && settings.get(VaultSettings.class).masterKeys() == null
        ? Optional.of(
            Weakness.anywhere(
                "REDIS_URL is set and PARLEY_MASTER_KEYS is not: other nodes could not open what"
                    + " this one seals.",
                "Set PARLEY_MASTER_KEYS to the same on all nodes: a name, a colon and 64 random"
                    + " hexadecimal digits."))
        : Optional.empty();
  }
}
