package dev.parley.answer;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The answer was written, but the database could not be reached for too long to store it.
final class NotStored extends Refusal {

  private static final long serialVersionUID = 1;

  NotStored() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "storage_unavailable",
        "The answer could not be stored whole.");
  }
}
