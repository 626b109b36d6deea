package dev.parley.idempotency;

import dev.parley.platform.Dialect;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The keys of late, each with what was first answered. A key is kept in the transaction that did
/// what it was sent for, so both are there or neither.
@Component
class Idempotency {

  private static final int MOST_KEYS = 1_000;

  /// A first answer.
  ///
  /// @param fingerprint of the body that it answered
  record Kept(String fingerprint, String response) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Dialect dialect;

  Idempotency(JdbcClient jdbc, Clock clock, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.clock = clock;
  }

  Optional<Kept> find(String id) {
    return jdbc.sql("SELECT fingerprint, response FROM idempotency_keys WHERE id = :id")
        .param("id", id)
        .query(Kept.class)
        .optional();
  }

  /// Keeps a first answer. Of one caller's keys only the newest stay.
  ///
  /// @throws KeptAlready where there is one by now
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(String id, String owner, Kept kept) {
    var insert =
        jdbc.sql(
                """
                INSERT INTO idempotency_keys (id, owner_id, fingerprint, response, created_at)
                VALUES (:id, :owner, :fingerprint, :response, :now)
                """
                    + dialect.unlessThere())
            .param("id", id)
            .param("owner", owner)
            .param("fingerprint", kept.fingerprint())
            .param("response", kept.response())
            .param("now", clock.millis());
    if (!Dialect.isNew(insert::update)) {
      throw new KeptAlready();
    }
    var old =
        jdbc.sql(
                """
                SELECT id FROM idempotency_keys
                WHERE owner_id = :owner
                ORDER BY created_at DESC
                LIMIT 100 OFFSET :most
                """)
            .param("owner", owner)
            .param("most", MOST_KEYS)
            .query(String.class)
            .list();
    if (!old.isEmpty()) {
      forget(old);
    }
  }

  /// Forgets what was kept with a key.
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(String id) {
    forget(List.of(id));
  }

  private void forget(List<String> ids) {
    jdbc.sql(
            """
            DELETE FROM idempotency_keys
            WHERE id IN (
              SELECT id FROM (SELECT id FROM idempotency_keys WHERE id IN (:ids)%s) few)
            """
                .formatted(dialect.holdFree()))
        .param("ids", ids)
        .update();
  }
}
