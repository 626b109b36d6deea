package dev.parley.idempotency;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The same key came with another body before.
final class KeyReused extends Refusal {

  private static final long serialVersionUID = 1;

  KeyReused() {
    super(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "idempotency_key_reused",
        "The Idempotency-Key was sent before, with another body.");
  }
}
