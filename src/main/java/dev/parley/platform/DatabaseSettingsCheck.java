package dev.parley.platform;

final class DatabaseSettingsCheck implements SettingsCheck {

  @Override
  public void check(Settings settings) {
    settings.get(Database.class).check();
  }
}
