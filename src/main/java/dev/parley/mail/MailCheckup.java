package dev.parley.mail;

import dev.parley.platform.Checkup;
import jakarta.mail.MessagingException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Whether the mail server lets us in. No mail is sent.
@Component
@Order(4)
class MailCheckup implements Checkup {

  private final MailSettings settings;

  MailCheckup(MailSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Result examine() {
    if (settings.smtpUrl() == null) {
      return new Doubtful(
          "No mail server is set: addresses are not verified, and forgotten passwords are lost.",
          "Set SMTP_URL, MAIL_FROM and PUBLIC_URL.");
    }
    var sender = MailServer.parse(settings.smtpUrl()).sender();
    try {
      sender.testConnection();
      return new Well("%s lets us in".formatted(sender.getHost()));
    } catch (MessagingException e) {
      return new Ill(
          "%s: %s.".formatted(sender.getHost(), e.getMessage()),
          "See that SMTP_URL is right, its user and password too.");
    }
  }
}
