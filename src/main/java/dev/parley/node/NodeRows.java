package dev.parley.node;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The nodes and their SQL. A node's beats only rise, so whether it lives is seen without a clock;
/// once it is `dead`, it never beats again.
@Component
class NodeRows {

  /// @param beats how often it has shown that it lives
  record Row(String id, long beats, boolean dead) {}

  private final JdbcClient jdbc;

  NodeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void add(String id) {
    jdbc.sql("INSERT INTO nodes (id, beats, dead) VALUES (:id, 0, FALSE)").param("id", id).update();
  }

  /// Notes that a node lives.
  ///
  /// @return false where the others took it for dead
  @Transactional
  public boolean beat(String id) {
    return jdbc.sql("UPDATE nodes SET beats = beats + 1 WHERE id = :id AND dead = FALSE")
            .param("id", id)
            .update()
        == 1;
  }

  List<Row> others(String id) {
    return jdbc.sql("SELECT id, beats, dead FROM nodes WHERE id <> :id ORDER BY id")
        .param("id", id)
        .query(Row.class)
        .list();
  }

  boolean isAlive(String id) {
    return jdbc.sql("SELECT COUNT(*) FROM nodes WHERE id = :id AND dead = FALSE")
            .param("id", id)
            .query(Integer.class)
            .single()
        == 1;
  }

  /// Ends the lease of a node, unless it has shown by now that it lives.
  ///
  /// @param beats how often it had beaten when it was last looked at
  @Transactional
  public boolean endLease(String id, long beats) {
    return jdbc.sql(
                "UPDATE nodes SET dead = TRUE WHERE id = :id AND beats = :beats AND dead = FALSE")
            .param("id", id)
            .param("beats", beats)
            .update()
        == 1;
  }

  /// Ends a node's lease for itself.
  @Transactional
  public void endLease(String id) {
    jdbc.sql("UPDATE nodes SET dead = TRUE WHERE id = :id").param("id", id).update();
  }

  @Transactional
  public void remove(String id) {
    jdbc.sql("DELETE FROM nodes WHERE id = :id").param("id", id).update();
  }
}
