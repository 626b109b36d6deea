package dev.parley.retention;

import dev.parley.mail.MailSettings;
import dev.parley.platform.Settings;
import dev.parley.platform.SettingsCheck;
import dev.parley.platform.UnsafeStart;

final class RetentionSettingsCheck implements SettingsCheck {

  @Override
  public void check(Settings settings) {
    if (settings.get(RetentionSettings.class).deletesInactiveAccounts()
        && !settings.get(MailSettings.class).areSet()) {
      throw new UnsafeStart(
          "PARLEY_INACTIVE_ACCOUNTS is set and SMTP_URL is not, so nobody could be warned.",
          "Set SMTP_URL, MAIL_FROM and PUBLIC_URL as well, or leave it out.");
    }
  }
}
