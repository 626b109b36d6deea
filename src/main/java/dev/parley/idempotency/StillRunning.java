package dev.parley.idempotency;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The first request with the key has no answer yet that could be given again.
public final class StillRunning extends Refusal {

  private static final long serialVersionUID = 1;

  public StillRunning() {
    super(
        HttpStatus.CONFLICT,
        "idempotency_key_in_use",
        "The first request with this Idempotency-Key is still being answered.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.RETRY_AFTER, "1");
    headers.remove(Once.REPLAYED);
  }
}
