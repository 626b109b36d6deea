package dev.parley.node;

import dev.parley.platform.Lifeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The nodes and their SQL. A node's beats only rise, so whether it lives is seen without a clock;
/// once it is `dead`, it never beats again.
@Component
class NodeRows {

  /// @param beats how often it has shown that it lives
  /// @param marks of what it has that all must have alike
  record Row(String id, long beats, boolean dead, @Nullable String marks) {}

  private final JdbcClient jdbc;
  private final Lifeline lifeline;

  NodeRows(JdbcClient jdbc, Lifeline lifeline) {
    this.jdbc = jdbc;
    this.lifeline = lifeline;
  }

  @Transactional
  public void add(String id, String marks) {
    jdbc.sql("INSERT INTO nodes (id, beats, dead, marks) VALUES (:id, 0, FALSE, :marks)")
        .param("id", id)
        .param("marks", marks)
        .update();
  }

  /// Notes that a node lives.
  ///
  /// @return false where the others took it for dead
  boolean beat(String id) {
    return lifeline.write(
            "UPDATE nodes SET beats = beats + 1 WHERE id = :id AND dead = FALSE", Map.of("id", id))
        == 1;
  }

  List<Row> others(String id) {
    return jdbc.sql("SELECT id, beats, dead, marks FROM nodes WHERE id <> :id ORDER BY id")
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
