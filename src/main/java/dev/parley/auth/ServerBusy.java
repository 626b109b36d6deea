package dev.parley.auth;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// So many passwords wait to be hashed that one more would wait too long.
final class ServerBusy extends Refusal {

  private static final long serialVersionUID = 1;

  ServerBusy() {
    super(HttpStatus.SERVICE_UNAVAILABLE, "server_busy", "Too many people sign in at once.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.RETRY_AFTER, "2");
  }
}
