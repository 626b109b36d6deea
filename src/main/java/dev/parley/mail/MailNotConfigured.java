package dev.parley.mail;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// This server sends no mail, so nothing can be done by one.
public final class MailNotConfigured extends Refusal {

  private static final long serialVersionUID = 1;

  public MailNotConfigured() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "mail_not_configured",
        "This server sends no mail. Ask the people who run it.");
  }
}
