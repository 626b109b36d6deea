package dev.parley.answer;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// What the answer belonged to was deleted while it was being written.
final class Gone extends Refusal {

  private static final long serialVersionUID = 1;

  private Gone(String detail) {
    super(HttpStatus.GONE, "gone", detail);
  }

  static Gone conversation() {
    return new Gone("The conversation has been deleted.");
  }

  static Gone account() {
    return new Gone("The account has been deleted.");
  }

  static Gone key() {
    return new Gone("The key that this was asked with has been deleted.");
  }
}
