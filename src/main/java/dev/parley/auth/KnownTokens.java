package dev.parley.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The personal access tokens that were shown of late, kept in memory so that a program that calls
/// often does not ask the database each time; also those that are gone.
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

  /// Has the tokens that this is about looked for anew.
  @EventListener
  void forget(AccessEnded ended) {
    switch (ended.kind()) {
      case TOKEN_REVOKED -> known.invalidate(ended.subjectId());
      case ACCOUNT_SUSPENDED, ACCOUNT_DELETED ->
          known.asMap().values().removeIf(row -> isOf(row, ended.subjectId()));
      case ACCOUNT_RESTORED -> known.asMap().values().removeIf(Optional::isEmpty);
      case SESSION_ENDED, MODEL_KEY_STORED, MODEL_KEY_DELETED -> {
        // Tokens outlast the sessions in which they were made, and are no keys.
      }
    }
  }

  private static boolean isOf(Optional<Known> row, String accountId) {
    return row.map(Known::accountId).filter(accountId::equals).isPresent();
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
