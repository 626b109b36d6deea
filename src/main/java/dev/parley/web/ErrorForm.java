package dev.parley.web;

import org.springframework.http.HttpHeaders;

/// How refusals are told below a path, as a bean of the room that has it. Everywhere else they are
/// problem details.
public interface ErrorForm {

  /// Whether it is for a path.
  boolean isFor(String path);

  /// The body, which is written as JSON.
  Object body(Refusal refusal);

  /// Adds what only these answers say in their heads.
  void addTo(HttpHeaders headers, Refusal refusal);
}
