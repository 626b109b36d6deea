package dev.parley.mail;

import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import dev.parley.platform.Transport;
import java.util.Optional;

/// The links in mails lead there, each with what opens an account.
final class PublicUrlCheck implements StartCheck {

  @Override
  public String name() {
    return "public-url";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    return Transport.isOpen(Links.base(settings.get(MailSettings.class)))
        ? Optional.of(
            Weakness.inProduction(
                "PUBLIC_URL is unencrypted and leads to another machine.",
                "Begin it with https://."))
        : Optional.empty();
  }
}
