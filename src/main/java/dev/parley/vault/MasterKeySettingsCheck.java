package dev.parley.vault;

import dev.parley.platform.Settings;
import dev.parley.platform.SettingsCheck;

final class MasterKeySettingsCheck implements SettingsCheck {

  @Override
  public void check(Settings settings) {
    var keys = settings.get(VaultSettings.class).masterKeys();
    if (keys != null) {
      MasterKeys.parse(keys.reveal());
    }
  }
}
