package dev.parley.audit;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where the key of the record stands, sealed.
@Component
class AuditKeyRows {

  private final JdbcClient jdbc;
  private final Heads heads;
  private final Clock clock;

  AuditKeyRows(JdbcClient jdbc, Heads heads, Clock clock) {
    this.jdbc = jdbc;
    this.heads = heads;
    this.clock = clock;
  }

  Optional<String> find(String id) {
    return jdbc.sql("SELECT sealed FROM audit_keys WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /// Adds a key, with the head of a record that has nothing in it yet.
  @Transactional
  public void add(String id, String sealed, Head.Stored head) {
    jdbc.sql("INSERT INTO audit_keys (id, sealed, created_at) VALUES (:id, :sealed, :now)")
        .param("id", id)
        .param("sealed", sealed)
        .param("now", clock.millis())
        .update();
    heads.insert(head);
  }
}
