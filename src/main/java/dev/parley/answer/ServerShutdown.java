package dev.parley.answer;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The server is being stopped: it takes no new questions, and answers that take too long are
/// ended.
final class ServerShutdown extends Refusal {

  private static final long serialVersionUID = 1;

  ServerShutdown() {
    super(HttpStatus.SERVICE_UNAVAILABLE, "server_shutdown", "The server is being stopped.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.RETRY_AFTER, "5");
  }
}
