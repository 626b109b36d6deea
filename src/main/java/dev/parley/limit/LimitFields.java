package dev.parley.limit;

import org.springframework.http.HttpHeaders;

/// How clients of a certain kind expect to be told how a limit stands.
@FunctionalInterface
public interface LimitFields {

  /// Adds the fields.
  ///
  /// @param answer the head of the answer
  /// @param remaining how many there are left
  /// @param seconds until all are there again; until there is one, where there is none
  void write(HttpHeaders answer, Rate rate, long remaining, long seconds);
}
