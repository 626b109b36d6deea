package dev.parley.limit;

import dev.parley.platform.Settings;
import dev.parley.platform.SettingsCheck;

final class LimitSettingsCheck implements SettingsCheck {

  @Override
  public void check(Settings settings) {
    var _ = new LimitSettings(settings.environment());
  }
}
