package dev.parley.auth;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// No token, one that does not hold, or one of an account that is gone; nobody is told which, or
/// why.
public final class Unauthenticated extends Refusal {

  private static final long serialVersionUID = 1;

  public Unauthenticated() {
    super(HttpStatus.UNAUTHORIZED, "unauthenticated", "This call needs a valid access token.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
