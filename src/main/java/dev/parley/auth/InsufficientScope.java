package dev.parley.auth;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// A personal access token that holds, but not for this call (RFC 6750, section 3.1).
final class InsufficientScope extends Refusal {

  private static final long serialVersionUID = 1;

  private InsufficientScope(String detail) {
    super(HttpStatus.FORBIDDEN, "insufficient_scope", detail);
  }

  static InsufficientScope lacks(Scope scope) {
    return new InsufficientScope(
        "This call needs a token with the scope %s.".formatted(scope.word()));
  }

  static InsufficientScope session() {
    return new InsufficientScope(
        "This call is for people who are signed in, not for personal access tokens.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
  }
}
