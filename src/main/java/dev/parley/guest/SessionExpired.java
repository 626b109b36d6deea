package dev.parley.guest;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// Nothing happened in the session for too long.
public final class SessionExpired extends Refusal {

  private static final long serialVersionUID = 1;

  SessionExpired() {
    super(HttpStatus.GONE, "session_expired", "The session has expired. Make a new one.");
  }
}
