package dev.parley.audit;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The record is being verified already.
final class VerificationRunning extends Refusal {

  private static final long serialVersionUID = 1;

  VerificationRunning() {
    super(
        HttpStatus.CONFLICT,
        "verification_running",
        "The record is being verified already. Wait until that is done.");
  }
}
