package dev.parley.relay;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The model service refuses the key that came with the question.
final class InvalidApiKey extends Refusal {

  private static final long serialVersionUID = 1;

  InvalidApiKey() {
    super(HttpStatus.UNAUTHORIZED, "invalid_api_key", "The model service refuses the api_key.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
