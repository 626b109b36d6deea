package dev.parley.account;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// Somebody has an account with this address.
final class EmailTaken extends Refusal {

  private static final long serialVersionUID = 1;

  EmailTaken() {
    super(HttpStatus.CONFLICT, "email_taken", "There is an account with this address already.");
  }
}
