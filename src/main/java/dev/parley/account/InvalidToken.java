package dev.parley.account;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// A token from a mail that does not hold; nobody is told why.
final class InvalidToken extends Refusal {

  private static final long serialVersionUID = 1;

  InvalidToken() {
    super(
        HttpStatus.BAD_REQUEST,
        "invalid_token",
        "This link does not hold: it was used, is too old, or there is a newer one.");
  }
}
