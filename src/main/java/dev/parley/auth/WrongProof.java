package dev.parley.auth;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// Somebody did not prove who they are. It is these that count as guesses, whatever else may go
/// wrong with a log-in.
abstract sealed class WrongProof extends Refusal
    permits InvalidCredentials, WrongPassword, WrongCode {

  private static final long serialVersionUID = 1;

  WrongProof(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }
}
