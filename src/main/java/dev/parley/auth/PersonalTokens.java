package dev.parley.auth;

import dev.parley.platform.Ids;
import dev.parley.web.Cursor;
import dev.parley.web.NotFound;
import dev.parley.web.Page;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The personal access tokens of accounts, and their SQL.
@Component
class PersonalTokens {

  static final int MOST = 50;

  private static final int SEED_BYTES = 32;

  /// What is asked for.
  record Wanted(String name, List<Scope> scopes, @Nullable Instant expiresAt) {}

  /// What was made: the token itself can be made of it again, with the signing key alone.
  record Issued(TokenRecord token, String seed) {}

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Mint mint;
  private final Revocations revocations;
  private final ApplicationEventPublisher events;
  private final HeldAccounts accounts;

  PersonalTokens(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      Mint mint,
      Revocations revocations,
      HeldAccounts accounts,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
    this.mint = mint;
    this.revocations = revocations;
  }

  /// Makes a token.
  ///
  /// @throws TooManyTokens where the account has as many as it may
  @Transactional
  public Issued create(String accountId, Wanted wanted) {
    accounts.hold(accountId);
    var id = ids.next("tok");
    var seed = seed();
    var token = mint.make(id, seed);
    var now = Instant.ofEpochMilli(clock.millis());
    var rows =
        jdbc.sql(
                """
                INSERT INTO access_tokens
                  (id, user_id, name, token_hash, last_four, scopes, created_at, expires_at)
                SELECT :id, id, :name, :hash, :lastFour, :scopes, :now, :expires
                FROM users
                WHERE id = :user
                  AND (SELECT COUNT(*) FROM access_tokens WHERE user_id = :user) < :most
                """)
            .param("id", id)
            .param("user", accountId)
            .param("name", wanted.name())
            .param("hash", token.hash())
            .param("lastFour", token.lastFour())
            .param("scopes", Scope.join(wanted.scopes()))
            .param("now", now.toEpochMilli())
            .param("expires", wanted.expiresAt() == null ? null : wanted.expiresAt().toEpochMilli())
            .param("most", MOST)
            .update();
    if (rows == 0) {
      throw new TooManyTokens();
    }
    events.publishEvent(new AuthHappening.TokenCreated(accountId, id, Scope.join(wanted.scopes())));
    return new Issued(
        new TokenRecord(
            id, wanted.name(), wanted.scopes(), now, wanted.expiresAt(), null, token.lastFour()),
        seed);
  }

  /// Newest first.
  Page<TokenRecord> list(String accountId, int limit, @Nullable String cursor) {
    var rows =
        jdbc.sql(
                """
                SELECT id, name, scopes, created_at, expires_at, last_used_at, last_four
                FROM access_tokens
                WHERE user_id = :user AND id < :before
                ORDER BY id DESC
                LIMIT :limit
                """)
            .param("user", accountId)
            .param("before", cursor == null ? "tok_~" : Cursor.parts(cursor, 1).getFirst())
            .param("limit", limit + 1)
            .query(
                (row, _) ->
                    new TokenRecord(
                        row.getString("id"),
                        row.getString("name"),
                        Scope.split(row.getString("scopes")),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        instant(row.getObject("expires_at")),
                        instant(row.getObject("last_used_at")),
                        row.getString("last_four")))
            .list();
    return Page.of(rows, limit, last -> Cursor.of(last.id()));
  }

  /// Ends a token.
  ///
  /// @throws NotFound where it is not there, or somebody else's
  @Transactional
  public void delete(String accountId, String id) {
    var rows =
        jdbc.sql("DELETE FROM access_tokens WHERE id = :id AND user_id = :user")
            .param("id", id)
            .param("user", accountId)
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
    revocations.add(AccessEnded.Kind.TOKEN_REVOKED, id);
    events.publishEvent(new AuthHappening.TokenRevoked(accountId, id));
  }

  /// Ends all tokens of an account.
  ///
  /// @return how many there were
  @Transactional
  public int deleteAll(String accountId) {
    accounts.hold(accountId);
    var ids =
        jdbc.sql("SELECT id FROM access_tokens WHERE user_id = :user")
            .param("user", accountId)
            .query(String.class)
            .list();
    jdbc.sql("DELETE FROM access_tokens WHERE user_id = :user").param("user", accountId).update();
    for (var id : ids) {
      revocations.add(AccessEnded.Kind.TOKEN_REVOKED, id);
      events.publishEvent(new AuthHappening.TokenRevoked(accountId, id));
    }
    return ids.size();
  }

  private String seed() {
    var bytes = new byte[SEED_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static @Nullable Instant instant(@Nullable Object millis) {
    return millis instanceof Number number ? Instant.ofEpochMilli(number.longValue()) : null;
  }
}
