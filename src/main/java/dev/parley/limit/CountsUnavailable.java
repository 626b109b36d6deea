package dev.parley.limit;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Nobody can tell at this moment whether a limit that guards something is reached.
final class CountsUnavailable extends Refusal {

  private static final long serialVersionUID = 1;

  CountsUnavailable() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "limits_unavailable",
        "What has a limit for the safety of accounts cannot be done at this moment.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.RETRY_AFTER, "5");
  }
}
