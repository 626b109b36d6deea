package dev.parley.auth;

import java.util.Locale;

/// Somebody's access has ended before its time. Every node publishes this: the one that ended it
/// once that is stored, the others within seconds.
///
/// @param subjectId of the session, the account or the token
public record AccessEnded(Kind kind, String subjectId) {

  /// What has ended.
  public enum Kind {
    SESSION_ENDED,
    /// May be lifted; the sessions that the account had are ended each for itself.
    ACCOUNT_SUSPENDED,
    ACCOUNT_DELETED,
    TOKEN_REVOKED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
