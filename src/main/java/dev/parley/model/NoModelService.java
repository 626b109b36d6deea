package dev.parley.model;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// The demo model answers, which asks nobody: there is no service that a key could be for.
final class NoModelService extends Refusal {

  private static final long serialVersionUID = 1;

  NoModelService() {
    super(
        HttpStatus.CONFLICT,
        "no_model_service",
        "No model service is set up here, so there is nothing that a key could be for.");
  }
}
