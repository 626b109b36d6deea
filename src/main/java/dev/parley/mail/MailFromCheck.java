package dev.parley.mail;

import dev.parley.platform.Settings;
import dev.parley.platform.SettingsCheck;

final class MailFromCheck implements SettingsCheck {

  @Override
  public void check(Settings settings) {
    var mail = settings.get(MailSettings.class);
    if (mail.areSet()) {
      Envelope.sender(mail.from());
    }
  }
}
