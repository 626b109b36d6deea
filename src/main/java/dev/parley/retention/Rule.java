package dev.parley.retention;

import dev.parley.platform.Dialect;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What is deleted when, with all that hangs on it.
enum Rule {
  GUEST_SESSIONS("guest_sessions", "id", "last_active_at"),
  FEEDBACK("feedback", "id", "created_at"),
  LEDGER("ledger", "n", "created_at"),
  OUTBOX("outbox", "id", "created_at"),
  IDEMPOTENCY_KEYS("idempotency_keys", "id", "created_at"),
  REGISTRATIONS("registrations", "email", "created_at"),
  ONE_TIME_TOKENS("one_time_tokens", "token_hash", "expires_at"),
  REFRESH_TOKENS("refresh_tokens", "token_hash", "expires_at"),
  KNOWN_ADDRESSES("known_addresses", "id", "seen_at"),
  ACCESS_TOKENS("access_tokens", "id", "expires_at"),
  SESSIONS("sessions", "id", "expires_at"),
  REVOCATIONS("revocations", "n", "expires_at");

  private final String table;
  private final String key;
  private final String time;

  Rule(String table, String key, String time) {
    this.table = table;
    this.key = key;
    this.time = time;
  }

  /// Its name for programs.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How long after its time a row is deleted; none: never.
  Optional<Duration> age(Keep keep) {
    return switch (this) {
      case GUEST_SESSIONS -> set(keep.guestSessions());
      case FEEDBACK -> set(keep.feedback());
      case LEDGER -> set(keep.ledger());
      case OUTBOX -> set(keep.outbox());
      case IDEMPOTENCY_KEYS -> set(keep.idempotencyKeys());
      case ONE_TIME_TOKENS, REFRESH_TOKENS, SESSIONS -> Optional.of(Duration.ZERO);
      case REVOCATIONS -> Optional.of(Duration.ofDays(1));
      case REGISTRATIONS -> Optional.of(Duration.ofDays(7));
      case KNOWN_ADDRESSES, ACCESS_TOKENS -> Optional.of(Duration.ofDays(30));
    };
  }

  private static Optional<Duration> set(Duration age) {
    return age.isZero() ? Optional.empty() : Optional.of(age);
  }

  /// Counts those whose time is before `:before`.
  String count() {
    return "SELECT COUNT(*) FROM %s WHERE %s < :before".formatted(table, time);
  }

  /// Deletes a few of those whose time is before `:before`. Those that somebody else holds are
  /// deleted another time.
  String deletion(Dialect dialect) {
    return """
    DELETE FROM %1$s
    WHERE %2$s IN (
      SELECT %2$s FROM (
        SELECT %2$s FROM %1$s WHERE %3$s < :before ORDER BY %3$s LIMIT :few%4$s) few)
    """
        .formatted(table, key, time, dialect.holdFree());
  }
}
