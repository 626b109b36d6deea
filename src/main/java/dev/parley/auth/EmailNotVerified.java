package dev.parley.auth;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The password is right, and the mail to the address has yet to be answered.
final class EmailNotVerified extends Refusal {

  private static final long serialVersionUID = 1;

  EmailNotVerified() {
    super(
        HttpStatus.FORBIDDEN,
        "email_not_verified",
        "This address has yet to be confirmed: open the link in the mail to it.");
  }
}
