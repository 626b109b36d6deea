package dev.parley.auth;

import dev.parley.platform.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has been revoked, in the order of its numbers, which is also the order in which it comes to
/// be seen: so whoever has read up to a number has read all below it.
@Component
class RevocationLog {

  /// By how much the clocks of two nodes may differ.
  private static final Duration SLACK = Duration.ofMinutes(1);

  /// @param expiresAt when no access token from before can hold any more, in milliseconds
  record Entry(long n, AccessEnded what, long expiresAt) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TokenSettings settings;
  private final Dialect dialect;

  RevocationLog(JdbcClient jdbc, Clock clock, TokenSettings settings, Dialect dialect) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.dialect = dialect;
  }

  /// Whoever appends holds the count until the transaction has ended, so this is the last thing
  /// that is done in it.
  Entry append(AccessEnded what) {
    var now = clock.millis();
    var expires = now + settings.accessLifetime().plus(SLACK).toMillis();
    var n = next();
    jdbc.sql(
            """
            INSERT INTO revocations (n, kind, subject_id, at, expires_at)
            VALUES (:n, :kind, :subject, :now, :expires)
            """)
        .param("n", n)
        .param("kind", what.kind().word())
        .param("subject", what.subjectId())
        .param("now", now)
        .param("expires", expires)
        .update();
    return new Entry(n, what, expires);
  }

  private long next() {
    jdbc.sql(
            """
            INSERT INTO revocation_count (id, n)
            SELECT 1, COALESCE(MAX(n), 0) + 1 FROM revocations WHERE 1 = 1
            %s n = revocation_count.n + 1
            """
                .formatted(dialect.orUpdate("id")))
        .update();
    return jdbc.sql("SELECT n FROM revocation_count WHERE id = 1").query(Long.class).single();
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
