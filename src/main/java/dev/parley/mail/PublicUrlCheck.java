package dev.parley.mail;

import dev.parley.platform.Settings;
import dev.parley.platform.SettingsCheck;

final class PublicUrlCheck implements SettingsCheck {

  @Override
  public void check(Settings settings) {
    Links.base(settings.get(MailSettings.class));
  }
}
