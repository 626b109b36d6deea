package dev.parley.budget;

import dev.parley.platform.Settings;
import dev.parley.platform.SettingsCheck;

final class BudgetSettingsCheck implements SettingsCheck {

  @Override
  public void check(Settings settings) {
    var _ = settings.get(BudgetSettings.class).priceList();
  }
}
