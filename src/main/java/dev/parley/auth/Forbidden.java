package dev.parley.auth;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The caller is known, and may not do this.
final class Forbidden extends Refusal {

  private static final long serialVersionUID = 1;

  Forbidden() {
    super(HttpStatus.FORBIDDEN, "forbidden", "This is for administrators.");
  }
}
