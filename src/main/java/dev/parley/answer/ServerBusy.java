package dev.parley.answer;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// More is asked than the server can do: it begins nothing new until it has caught up.
final class ServerBusy extends Refusal {

  private static final long serialVersionUID = 1;

  ServerBusy() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "server_busy",
        "The server is behind with its work. Try again in a moment.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.RETRY_AFTER, "1");
  }
}
