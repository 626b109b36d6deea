package dev.parley.auth;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// Without this account nobody could administrate.
public final class LastAdmin extends Refusal {

  private static final long serialVersionUID = 1;

  LastAdmin() {
    super(HttpStatus.CONFLICT, "last_admin", "This is the last account that may administrate.");
  }
}
