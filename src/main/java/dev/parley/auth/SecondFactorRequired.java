package dev.parley.auth;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The password is right, and the account wants a code besides. It is no wrong guess.
final class SecondFactorRequired extends Refusal {

  private static final long serialVersionUID = 1;

  SecondFactorRequired() {
    super(
        HttpStatus.UNAUTHORIZED,
        "second_factor_required",
        "Send the code of the authenticator app, or a recovery code, as well.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
