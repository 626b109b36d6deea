package dev.parley.answer;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// What the answer belonged to was deleted while it was being written.
final class Gone extends Refusal {

  private static final long serialVersionUID = 1;

  Gone() {
    super(HttpStatus.GONE, "gone", "The conversation has been deleted.");
  }
}
