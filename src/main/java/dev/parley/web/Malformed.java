package dev.parley.web;

import org.springframework.http.HttpStatus;

/// A request that cannot be read at all.
public final class Malformed extends Refusal {

  private static final long serialVersionUID = 1;

  public Malformed(String detail) {
    super(HttpStatus.BAD_REQUEST, "malformed_request", detail);
  }

  /// The body is not one JSON document in UTF-8.
  public static Malformed json() {
    return new Malformed("The body is not well-formed JSON in UTF-8.");
  }
}
