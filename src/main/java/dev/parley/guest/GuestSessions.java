package dev.parley.guest;

import dev.parley.platform.Ids;
import dev.parley.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        .param("hash", hash(secret))
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
    var idle = clock.millis() - row.lastActiveAt;
    if (row.closedAt != null || idle > settings.idle().toMillis()) {
      throw new SessionExpired();
    }
    return row.id;
  }

  /// Notes that something happened in the session.
  @Transactional
  public void touch(String id) {
    jdbc.sql("UPDATE guest_sessions SET last_active_at = :now WHERE id = :id")
        .param("id", id)
        .param("now", clock.millis())
        .update();
  }

  /// Ends the session, which can be used no more.
  @Transactional
  public void close(String id) {
    jdbc.sql("UPDATE guest_sessions SET closed_at = :now WHERE id = :id AND closed_at IS NULL")
        .param("id", id)
        .param("now", clock.millis())
        .update();
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
        .param("hash", hash(secret))
        .query(Row.class)
        .optional();
  }

  private static String hash(String secret) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
