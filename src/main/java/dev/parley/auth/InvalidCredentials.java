package dev.parley.auth;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The address, the password, the code or the refresh token is wrong; nobody is told which.
final class InvalidCredentials extends WrongProof {

  private static final long serialVersionUID = 1;

  private InvalidCredentials(String code, String detail) {
    super(HttpStatus.UNAUTHORIZED, code, detail);
  }

  static InvalidCredentials password() {
    return new InvalidCredentials(
        "invalid_credentials", "The address, the password or the code is wrong.");
  }

  static InvalidCredentials refreshToken() {
    return new InvalidCredentials(
        "invalid_refresh_token", "The refresh token does not hold. Sign in again.");
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
