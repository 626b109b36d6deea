package dev.parley.auth;

import dev.parley.platform.Ids;
import dev.parley.web.NotFound;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where accounts are signed in. A session is a family of refresh tokens: each is spent for the
/// next, and spending one twice ends the family, for one of the two who held it was a thief (RFC
/// 9700, section 4.14.2).
@Component
class Sessions {

  /// Two honest refreshes at once, from two tabs or after a lost answer, come within this time.
  /// It counts both ways: who comes second may have looked at the clock first, or at the clock of
  /// another node.
  private static final Duration GRACE = Duration.ofSeconds(10);

  /// What became of a refresh token that somebody showed.
  sealed interface Refresh {

    record Renewed(Caller.Member member, RefreshToken successor) implements Refresh {}

    record Unknown() implements Refresh {}

    record Reused(String accountId, String sessionId) implements Refresh {}
  }

  private record Row(
      String sessionId,
      String userId,
      String role,
      String status,
      long expiresAt,
      @Nullable Long spentAt,
      @Nullable Long endedAt) {}

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final TokenSettings settings;
  private final Revocations revocations;
  private final Activity activity;
  private final HeldAccounts accounts;
  private final byte[] rotationKey;
  private final ApplicationEventPublisher events;

  Sessions(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      TokenSettings settings,
      Revocations revocations,
      Activity activity,
      HeldAccounts accounts,
      SigningKey key,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
    this.revocations = revocations;
    this.activity = activity;
    this.accounts = accounts;
    this.rotationKey = key.derive("refresh token rotation");
    this.events = events;
  }

  /// Begins a session of an account.
  ///
  /// @param proved what the password was held against
  /// @return nothing where the account has changed since, so that nobody gets in by a password that
  /// was, or after being suspended
  @Transactional
  public Optional<Refresh.Renewed> begin(Credentials.Row proved, Whence whence) {
    accounts.hold(proved.id());
    var sessionId = ids.next("login");
    var now = clock.millis();
    var rows =
        jdbc.sql(
                """
                INSERT INTO sessions (id, user_id, created_at, last_used_at)
                SELECT :id, id, :now, :now
                FROM users
                WHERE id = :user AND status = 'active' AND password_hash = :hash AND role = :role
                """)
            .param("id", sessionId)
            .param("user", proved.id())
            .param("hash", proved.passwordHash())
            .param("role", proved.role())
            .param("now", now)
            .update();
    if (rows == 0) {
      return Optional.empty();
    }
    var token = RefreshToken.random(random);
    touch(sessionId, whence, now);
    store(token, sessionId, now);
    activity.note(proved.id());
    events.publishEvent(new AuthHappening.SignedIn(proved.id(), sessionId));
    var member = new Caller.Member(proved.id(), sessionId, Role.of(proved.role()));
    return Optional.of(new Refresh.Renewed(member, token));
  }

  @Transactional
  public Refresh refresh(RefreshToken token, Whence whence) {
    var now = clock.millis();
    var found = find(token);
    if (found.isEmpty()) {
      return new Refresh.Unknown();
    }
    var row = found.get();
    if (row.endedAt != null || row.expiresAt <= now || !"active".equals(row.status)) {
      return new Refresh.Unknown();
    }
    var successor = token.successor(rotationKey);
    if (row.spentAt == null) {
      // Held in this order everywhere: the account, its session, the token.
      activity.note(row.userId);
      if (!touch(row.sessionId, whence, now)) {
        return new Refresh.Unknown();
      }
      // Of several who come with it at once one spends it; the others get the same successor.
      if (spend(token, now)) {
        store(successor, row.sessionId, now);
      }
    } else if (Math.abs(now - row.spentAt) > GRACE.toMillis()) {
      end(row.sessionId, now);
      events.publishEvent(new AuthHappening.RefreshTokenReused(row.userId, row.sessionId));
      return new Refresh.Reused(row.userId, row.sessionId);
    }
    return new Refresh.Renewed(
        new Caller.Member(row.userId, row.sessionId, Role.of(row.role)), successor);
  }

  /// Ends the session that the token is of, if it is of any.
  @Transactional
  public void end(RefreshToken token) {
    find(token).ifPresent(row -> signOut(row.userId, row.sessionId));
  }

  /// Ends a session of an account.
  ///
  /// @throws NotFound where it does not hold any more, or is somebody else's
  @Transactional
  public void end(String accountId, String sessionId) {
    var now = clock.millis();
    var found =
        jdbc.sql(
                """
                SELECT id FROM sessions
                WHERE id = :id AND user_id = :user AND ended_at IS NULL AND expires_at > :now
                """)
            .param("id", sessionId)
            .param("user", accountId)
            .param("now", now)
            .query(String.class)
            .optional();
    signOut(accountId, found.orElseThrow(NotFound::new));
  }

  /// Ends all sessions of an account, or all but one.
  ///
  /// @return how many have ended
  @Transactional
  public int endAll(String accountId, @Nullable String except) {
    var open =
        jdbc.sql(
                """
                SELECT id FROM sessions
                WHERE user_id = :user AND ended_at IS NULL AND id <> :except
                """)
            .param("user", accountId)
            .param("except", except == null ? "" : except)
            .query(String.class)
            .list();
    open.forEach(id -> end(id, clock.millis()));
    return open.size();
  }

  private void signOut(String accountId, String sessionId) {
    if (end(sessionId, clock.millis())) {
      events.publishEvent(new AuthHappening.SignedOut(accountId, sessionId));
    }
  }

  /// @return false where it had ended before
  private boolean end(String sessionId, long now) {
    var rows =
        jdbc.sql("UPDATE sessions SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
            .param("id", sessionId)
            .param("now", now)
            .update();
    if (rows > 0) {
      revocations.add(AccessEnded.Kind.SESSION_ENDED, sessionId);
    }
    return rows > 0;
  }

  /// @return false where somebody else has spent it meanwhile
  private boolean spend(RefreshToken token, long now) {
    return jdbc.sql(
                """
                UPDATE refresh_tokens SET spent_at = :now
                WHERE token_hash = :hash AND spent_at IS NULL
                """)
            .param("hash", token.hash())
            .param("now", now)
            .update()
        > 0;
  }

  private void store(RefreshToken token, String sessionId, long now) {
    jdbc.sql(
            """
            INSERT INTO refresh_tokens (token_hash, session_id, created_at, expires_at)
            VALUES (:hash, :session, :now, :expires)
            """)
        .param("hash", token.hash())
        .param("session", sessionId)
        .param("now", now)
        .param("expires", expires(now))
        .update();
  }

  /// Holds the session, before anything that hangs on it.
  ///
  /// @return false where it has ended meanwhile
  private boolean touch(String sessionId, Whence whence, long now) {
    return jdbc.sql(
                """
                UPDATE sessions
                SET device = :device, address = :address, last_used_at = :now, expires_at = :expires
                WHERE id = :id AND ended_at IS NULL
                """)
            .param("id", sessionId)
            .param("device", whence.device())
            .param("address", whence.address())
            .param("now", now)
            .param("expires", expires(now))
            .update()
        > 0;
  }

  private long expires(long now) {
    return now + settings.refreshLifetime().toMillis();
  }

  private Optional<Row> find(RefreshToken token) {
    return jdbc.sql(
            """
            SELECT t.session_id, s.user_id, u.role, u.status, t.expires_at, t.spent_at, s.ended_at
            FROM refresh_tokens t
            JOIN sessions s ON s.id = t.session_id
            JOIN users u ON u.id = s.user_id
            WHERE t.token_hash = :hash
            """)
        .param("hash", token.hash())
        .query(Row.class)
        .optional();
  }
}
