package dev.parley.modelkey;

import dev.parley.auth.Access;
import dev.parley.platform.Dialect;
import dev.parley.web.NotFound;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The keys and their SQL. Each is asked for with its owner.
@Component
class StoredKeys {

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Access access;
  private final ApplicationEventPublisher events;

  StoredKeys(JdbcClient jdbc, Dialect dialect, Access access, ApplicationEventPublisher events) {
    this.dialect = dialect;
    this.jdbc = jdbc;
    this.access = access;
    this.events = events;
  }

  /// Stores an account's key, in the place of the one that it has.
  ///
  /// @throws NotFound where the account is no more
  @Transactional
  public void put(String accountId, String sealed, ModelKey key) {
    var rows =
        jdbc.sql(
                """
                INSERT INTO model_keys (user_id, sealed, last_four, created_at)
                SELECT id, :sealed, :lastFour, :now FROM users WHERE id = :account
                %s sealed = :sealed, last_four = :lastFour, created_at = :now
                """
                    .formatted(dialect.orUpdate("user_id")))
            .param("account", accountId)
            .param("sealed", sealed)
            .param("lastFour", key.lastFour())
            .param("now", key.createdAt().toEpochMilli())
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
    access.replaceModelKey(accountId);
    events.publishEvent(new ModelKeyHappening.Stored(accountId));
  }

  Optional<ModelKey> find(String accountId) {
    return jdbc.sql("SELECT last_four, created_at FROM model_keys WHERE user_id = :account")
        .param("account", accountId)
        .query(
            (row, _) ->
                new ModelKey(
                    row.getString("last_four"), Instant.ofEpochMilli(row.getLong("created_at"))))
        .optional();
  }

  Optional<String> findSealed(String accountId) {
    return jdbc.sql("SELECT sealed FROM model_keys WHERE user_id = :account")
        .param("account", accountId)
        .query(String.class)
        .optional();
  }

  /// Deletes an account's key.
  ///
  /// @throws NotFound where there is none
  @Transactional
  public void delete(String accountId) {
    var rows =
        jdbc.sql("DELETE FROM model_keys WHERE user_id = :account")
            .param("account", accountId)
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
    access.deleteModelKey(accountId);
    events.publishEvent(new ModelKeyHappening.Deleted(accountId));
  }
}
