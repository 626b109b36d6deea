package dev.parley.retention;

import dev.parley.platform.Dialect;
import java.time.Duration;

/// What is deleted when, with all that hangs on it.
enum Rule {
  GUEST_SESSIONS("guest_sessions", "id", "last_active_at", Duration.ofDays(183)),
  REGISTRATIONS("registrations", "email", "created_at", Duration.ofDays(7)),
  ONE_TIME_TOKENS("one_time_tokens", "token_hash", "expires_at", Duration.ZERO),
  REFRESH_TOKENS("refresh_tokens", "token_hash", "expires_at", Duration.ZERO),
  KNOWN_ADDRESSES("known_addresses", "id", "seen_at", Duration.ofDays(30)),
  ACCESS_TOKENS("access_tokens", "id", "expires_at", Duration.ofDays(30)),
  SESSIONS("sessions", "id", "expires_at", Duration.ZERO),
  REVOCATIONS("revocations", "n", "expires_at", Duration.ofDays(1)),
  IDEMPOTENCY_KEYS("idempotency_keys", "id", "created_at", Duration.ofHours(24));

  private final String table;
  private final String key;
  private final String time;
  private final Duration age;

  Rule(String table, String key, String time, Duration age) {
    this.table = table;
    this.key = key;
    this.time = time;
    this.age = age;
  }

  Duration age() {
    return age;
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
