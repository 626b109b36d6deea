package dev.parley.auth;

import org.springframework.http.HttpStatus;

/// The password is not that of the account whose member shows it. It is no 401: the access token
/// holds, and a new one would change nothing.
final class WrongPassword extends WrongProof {

  private static final long serialVersionUID = 1;

  WrongPassword() {
    super(HttpStatus.FORBIDDEN, "wrong_password", "The password is not that of the account.");
  }
}
