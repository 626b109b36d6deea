package dev.parley.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// More is asked at once than the server can do, or hold.
public final class ServerBusy extends Refusal {

  private static final long serialVersionUID = 1;

  private final int seconds;

  /// @param seconds after which to try again
  public ServerBusy(String detail, int seconds) {
    super(HttpStatus.SERVICE_UNAVAILABLE, "server_busy", detail);
    this.seconds = seconds;
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
  }
}
