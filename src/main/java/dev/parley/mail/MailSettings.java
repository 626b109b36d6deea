package dev.parley.mail;

import dev.parley.platform.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether and how mail is sent.
///
/// @param smtpUrl `SMTP_URL`: the mail server, with its password; without it there is no mail
/// @param from `MAIL_FROM`: whom mail is from, an address with or without a name
/// @param publicUrl `PUBLIC_URL`: where people find this server, for the links in mails
/// @param patience how long to try to send a mail
@ConfigurationProperties("parley.mail")
public record MailSettings(
    @Nullable Secret smtpUrl,
    @DefaultValue("") String from,
    @DefaultValue("") String publicUrl,
    @DefaultValue("3d") Duration patience) {

  public MailSettings {
    smtpUrl = smtpUrl == null || smtpUrl.isBlank() ? null : smtpUrl;
    from = from.strip();
    publicUrl = publicUrl.strip();
  }

  /// Whether there is mail at all.
  public boolean areSet() {
    return smtpUrl != null;
  }
}
