package dev.parley.mail;

import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import java.util.Optional;

/// Whoever reads the mail on its way can take over the accounts that it is about.
final class MailServerCheck implements StartCheck {

  @Override
  public String name() {
    return "mail-server";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var url = settings.get(MailSettings.class).smtpUrl();
    return url != null && MailServer.parse(url).isOpen()
        ? Optional.of(
            Weakness.inProduction(
                "SMTP_URL is unencrypted and leads to another machine.",
                "Put ?starttls behind it, or begin it with smtps://."))
        : Optional.empty();
  }
}
