package dev.parley.answer;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The server failed to ask the model, through a fault of its own; the log has the rest.
final class NotAsked extends Refusal {

  private static final long serialVersionUID = 1;

  NotAsked() {
    super(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal_error",
        "The server failed to ask the model. Name the request_id to the people who run it.");
  }
}
