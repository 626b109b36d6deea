package dev.parley.guest;

import dev.parley.platform.Ids;
import dev.parley.platform.Sha256;
import dev.parley.web.NotFound;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The sessions of guests and their SQL. What a guest shows is a secret of 128 random bits, of
/// which the hash is kept; inside, a session goes by an id of its own.
@Component
class GuestSessions {

  private static final String PREFIX = "sess_";
  private static final int SECRET_BYTES = 16;

  private record Row(String id, long lastActiveAt, @Nullable Long closedAt) {}

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final GuestSettings settings;

  GuestSessions(JdbcClient jdbc, Ids ids, Clock clock, GuestSettings settings) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
  }

  @Transactional
  public GuestSession begin() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    var secret = PREFIX + HexFormat.of().formatHex(bytes);
    var now = clock.instant();
    jdbc.sql(
            """
            INSERT INTO guest_sessions (id, secret_hash, created_at, last_active_at)
            VALUES (:id, :hash, :now, :now)
            """)
        .param("id", ids.next("guest"))
        .param("hash", Sha256.hex(secret))
        .param("now", now.toEpochMilli())
        .update();
    return GuestSession.begun(secret, now);
  }

  /// The id of the session that somebody shows the secret of.
  ///
  /// @throws NotFound where there is none
  /// @throws SessionExpired where nothing happened in it for too long
  String require(String secret) {
    var row = find(secret).orElseThrow(NotFound::new);
    if (!isOpen(row)) {
      throw new SessionExpired();
    }
    return row.id;
  }

  /// The same for whom it is no failure that there is none, or none any more.
  Optional<String> findOpen(String secret) {
    return find(secret).filter(this::isOpen).map(Row::id);
  }

  private boolean isOpen(Row row) {
    return row.closedAt == null && clock.millis() - row.lastActiveAt <= settings.idle().toMillis();
  }

  /// Notes that something happened in the session.
  ///
  /// @throws SessionExpired where the session has been claimed meanwhile
  @Transactional
  public void touch(String id) {
    var rows =
        jdbc.sql(
                """
                UPDATE guest_sessions SET last_active_at = :now WHERE id = :id AND closed_at IS NULL
                """)
            .param("id", id)
            .param("now", clock.millis())
            .update();
    if (rows == 0) {
      throw new SessionExpired();
    }
  }

  /// Ends the session, which can be used no more.
  ///
  /// @return false where it had ended before
  @Transactional
  public boolean close(String id) {
    return jdbc.sql(
                """
                UPDATE guest_sessions SET closed_at = :now WHERE id = :id AND closed_at IS NULL
                """)
            .param("id", id)
            .param("now", clock.millis())
            .update()
        > 0;
  }

  /// Ends the sessions in which nothing happened for too long.
  ///
  /// @return how many there were
  @Transactional
  public int closeIdle() {
    return jdbc.sql(
            """
            UPDATE guest_sessions SET closed_at = :now
            WHERE closed_at IS NULL AND last_active_at < :idle
            """)
        .param("now", clock.millis())
        .param("idle", clock.millis() - settings.idle().toMillis())
        .update();
  }

  private Optional<Row> find(String secret) {
    return jdbc.sql(
            """
            SELECT id, last_active_at, closed_at FROM guest_sessions WHERE secret_hash = :hash
            """)
        .param("hash", Sha256.hex(secret))
        .query(Row.class)
        .optional();
  }
}
