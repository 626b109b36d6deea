package dev.parley.factor;

import dev.parley.platform.Dialect;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The second factors as they are stored, one for each account at most.
@Component
class FactorRows {

  /// @param secret the key, sealed
  /// @param lastStep the newest step whose code was taken
  /// @param confirmed whether the second factor is on
  record Row(String secret, long lastStep, boolean confirmed) {}

  private final JdbcClient jdbc;
  private final Dialect dialect;

  FactorRows(JdbcClient jdbc, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  Optional<Row> find(String accountId) {
    return find(accountId, "");
  }

  /// Finds it, and keeps others from changing it until the transaction ends.
  Optional<Row> hold(String accountId) {
    return find(accountId, dialect.hold());
  }

  private Optional<Row> find(String accountId, String suffix) {
    return jdbc.sql(
            """
            SELECT secret, last_step, confirmed_at IS NOT NULL AS confirmed
            FROM second_factors
            WHERE user_id = :user
            """
                + suffix)
        .param("user", accountId)
        .query(Row.class)
        .optional();
  }

  /// Begins one, in the place of one that was begun before.
  ///
  /// @return false where there is one that is on
  boolean begin(String accountId, String sealed) {
    var replaced =
        jdbc.sql(
                """
                UPDATE second_factors SET secret = :secret, last_step = 0
                WHERE user_id = :user AND confirmed_at IS NULL
                """)
            .param("user", accountId)
            .param("secret", sealed)
            .update();
    var insert =
        jdbc.sql(
                """
                INSERT INTO second_factors (user_id, secret, last_step, confirmed_at)
                VALUES (:user, :secret, 0, NULL)
                """
                    + dialect.unlessThere())
            .param("user", accountId)
            .param("secret", sealed);
    return replaced == 1 || Dialect.isNew(insert::update);
  }

  void confirm(String accountId, long now) {
    jdbc.sql("UPDATE second_factors SET confirmed_at = :now WHERE user_id = :user")
        .param("user", accountId)
        .param("now", now)
        .update();
  }

  /// Takes the code of a step, and none of an older one from then on.
  ///
  /// @return false where it was taken, or a newer one
  boolean spend(String accountId, long step) {
    return jdbc.sql(
                """
                UPDATE second_factors SET last_step = :step
                WHERE user_id = :user AND last_step < :step
                """)
            .param("user", accountId)
            .param("step", step)
            .update()
        == 1;
  }

  void delete(String accountId) {
    jdbc.sql("DELETE FROM second_factors WHERE user_id = :user").param("user", accountId).update();
  }
}
