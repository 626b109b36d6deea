package dev.parley.answer;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The server stood still for so long that the others took it for dead, and its answers for
/// interrupted.
final class StoodStill extends Refusal {

  private static final long serialVersionUID = 1;

  StoodStill() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "interrupted",
        "The server stood still for too long while writing this answer.");
  }
}
