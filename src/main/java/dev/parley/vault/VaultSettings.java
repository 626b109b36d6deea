package dev.parley.vault;

import dev.parley.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The keys that what is stored is sealed with.
///
/// @param masterKeys `PARLEY_MASTER_KEYS`: `id:key`, comma-separated; without it, one is made at
/// the first start and kept in the data folder
@ConfigurationProperties("parley.vault")
record VaultSettings(@Nullable Secret masterKeys) {

  VaultSettings {
    masterKeys = masterKeys == null || masterKeys.isBlank() ? null : masterKeys;
  }
}
