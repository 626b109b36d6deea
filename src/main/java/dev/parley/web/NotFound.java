package dev.parley.web;

import org.springframework.http.HttpStatus;

/// There is no such thing, or it is somebody else's: the answer is the same, so that nobody learns
/// which.
public final class NotFound extends Refusal {

  private static final long serialVersionUID = 1;

  public NotFound() {
    super(HttpStatus.NOT_FOUND, "not_found", "There is nothing here for you.");
  }
}
