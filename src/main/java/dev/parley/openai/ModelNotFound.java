package dev.parley.openai;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// There is no such model, or it may not be asked here.
final class ModelNotFound extends Refusal {

  private static final long serialVersionUID = 1;

  ModelNotFound() {
    super(HttpStatus.NOT_FOUND, "model_not_found", "There is no such model here.");
  }
}
