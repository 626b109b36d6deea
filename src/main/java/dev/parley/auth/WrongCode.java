package dev.parley.auth;

import org.springframework.http.HttpStatus;

/// The code of a member is neither the one of this moment nor a recovery code, or it was used.
final class WrongCode extends WrongProof {

  private static final long serialVersionUID = 1;

  WrongCode() {
    super(HttpStatus.FORBIDDEN, "wrong_code", "The code is wrong, or was used before.");
  }
}
