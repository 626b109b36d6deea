package dev.parley.web;

import org.springframework.http.HttpStatus;

/// A refusal by the framework, which has no class of its own here.
final class Refused extends Refusal {

  private static final long serialVersionUID = 1;

  Refused(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }
}
