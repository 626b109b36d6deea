package dev.parley.web;

import org.springframework.http.HttpStatus;

/// Our own fault, or that of what we stand on; the log has the rest.
final class Defect extends Refusal {

  private static final long serialVersionUID = 1;

  Defect(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }

  static Defect unknown() {
    return new Defect(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal_error",
        "The server failed. Name the request_id to the people who run it.");
  }
}
