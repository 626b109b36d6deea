package dev.parley.auth;

import java.util.Locale;

/// Somebody's access has ended before its time, or an account is open again. Every node publishes
/// this: the one that did it once that is stored, the others within seconds.
///
/// @param subjectId of the session, the account or the token
public record AccessEnded(Kind kind, String subjectId) {

  /// What has ended.
  public enum Kind {
    SESSION_ENDED,
    ACCOUNT_SUSPENDED,
    /// The opposite: the account was suspended, and is not so any longer.
    ACCOUNT_RESTORED,
    ACCOUNT_DELETED,
    TOKEN_REVOKED,
    /// The account has stored an own key of the model service: the one it had, if any, is no more.
    MODEL_KEY_STORED,
    /// The account's own key of the model service was deleted.
    MODEL_KEY_DELETED;

    /// Whether the subject itself is shut out.
    boolean shutsOut() {
      return switch (this) {
        case SESSION_ENDED, ACCOUNT_SUSPENDED, ACCOUNT_DELETED, TOKEN_REVOKED -> true;
        case ACCOUNT_RESTORED, MODEL_KEY_STORED, MODEL_KEY_DELETED -> false;
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
