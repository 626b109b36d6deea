package dev.parley.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The personal access tokens that were shown of late, kept in memory so that a program that calls
/// often does not ask the database each time; also those that are gone. What ends a token says so
/// here.
@Component
class KnownTokens {

  private static final int MOST = 10_000;

  /// How long a change that nobody told of goes unnoticed.
  private static final Duration FRESH = Duration.ofSeconds(30);

  /// A token of an account that is active.
  ///
  /// @param notedAt when its use was noted last
  record Known(
      String accountId,
      String hash,
      List<Scope> scopes,
      @Nullable Long expiresAt,
      AtomicLong notedAt) {

    boolean holds(PersonalToken token, long now) {
      return token.hasHash(hash) && (expiresAt == null || now < expiresAt);
    }
  }

  private final Cache<String, Optional<Known>> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();
  private final JdbcClient jdbc;

  KnownTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Known> find(String id) {
    return known.get(id, this::load);
  }

  /// Has a token looked for anew.
  void forget(String id) {
    known.invalidate(id);
  }

  /// Has the tokens of an account looked for anew.
  void forgetAllOf(String accountId) {
    known
        .asMap()
        .values()
        .removeIf(row -> row.map(Known::accountId).filter(accountId::equals).isPresent());
  }

  private Optional<Known> load(String id) {
    return jdbc.sql(
            """
            SELECT t.user_id, t.token_hash, t.scopes, t.expires_at, t.last_used_at
            FROM access_tokens t JOIN users u ON u.id = t.user_id
            WHERE t.id = :id AND u.status = 'active'
            """)
        .param("id", id)
        .query(
            (row, _) ->
                new Known(
                    row.getString("user_id"),
                    row.getString("token_hash"),
                    Scope.split(row.getString("scopes")),
                    row.getObject("expires_at") instanceof Number at ? at.longValue() : null,
                    new AtomicLong(row.getLong("last_used_at"))))
        .optional();
  }
}
