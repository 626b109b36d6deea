package dev.parley.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/// What has been revoked, in the order of its numbers.
@Component
class RevocationLog {

  /// By how much the clocks of two nodes may differ.
  private static final Duration SLACK = Duration.ofMinutes(1);

  /// @param expiresAt when no access token from before can hold any more, in milliseconds
  record Entry(long n, AccessEnded what, long expiresAt) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TokenSettings settings;

  RevocationLog(JdbcClient jdbc, Clock clock, TokenSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  Entry append(AccessEnded what) {
    var now = clock.millis();
    var expires = now + settings.accessLifetime().plus(SLACK).toMillis();
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            INSERT INTO revocations (kind, subject_id, at, expires_at)
            VALUES (:kind, :subject, :now, :expires)
            """)
        .param("kind", what.kind().word())
        .param("subject", what.subjectId())
        .param("now", now)
        .param("expires", expires)
        .update(key, "n");
    return new Entry(Objects.requireNonNull(key.getKey()).longValue(), what, expires);
  }

  /// The entries with greater numbers, in their order.
  List<Entry> after(long n) {
    return jdbc.sql(
            """
            SELECT n, kind, subject_id, expires_at FROM revocations WHERE n > :n ORDER BY n
            """)
        .param("n", n)
        .query(
            (row, _) ->
                new Entry(
                    row.getLong("n"),
                    new AccessEnded(
                        AccessEnded.Kind.of(row.getString("kind")), row.getString("subject_id")),
                    row.getLong("expires_at")))
        .list();
  }
}
