package dev.parley.web;

import org.springframework.http.HttpStatus;

/// A body larger than the server takes.
public final class TooLarge extends Refusal {

  private static final long serialVersionUID = 1;

  public TooLarge(long limit) {
    super(
        HttpStatus.CONTENT_TOO_LARGE,
        "too_large",
        "The body is larger than the %d bytes that are accepted.".formatted(limit));
  }
}
