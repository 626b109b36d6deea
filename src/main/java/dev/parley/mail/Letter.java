package dev.parley.mail;

import java.time.Instant;

/// A mail that waits to be sent.
///
/// @param kind what it is about
/// @param createdAt milliseconds since 1970
/// @param attempts how often it has been tried
record Letter(String id, String kind, String recipient, long createdAt, int attempts) {

  Instant created() {
    return Instant.ofEpochMilli(createdAt);
  }

  /// The same letter, tried once more.
  Letter triedAgain() {
    return new Letter(id, kind, recipient, createdAt, attempts + 1);
  }
}
