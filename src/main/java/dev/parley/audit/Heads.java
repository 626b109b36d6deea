package dev.parley.audit;

import dev.parley.platform.Dialect;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one row that says which segment is the last.
@Component
class Heads {

  private static final String READ =
      "SELECT number, seal, base_number, base_seal, code FROM audit_head WHERE id = 1";

  private final JdbcClient jdbc;
  private final Dialect dialect;

  Heads(JdbcClient jdbc, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  Optional<Head.Stored> find() {
    return find(READ);
  }

  /// The head, which nobody else moves until the transaction ends.
  Optional<Head.Stored> hold() {
    return find(READ + dialect.hold());
  }

  private Optional<Head.Stored> find(String sql) {
    return jdbc.sql(sql)
        .query(
            (row, _) ->
                new Head.Stored(
                    new Head(
                        row.getLong("number"),
                        row.getString("seal"),
                        row.getLong("base_number"),
                        row.getString("base_seal")),
                    row.getString("code")))
        .optional();
  }

  void insert(Head.Stored stored) {
    write(
        """
        INSERT INTO audit_head (id, number, seal, base_number, base_seal, code)
        VALUES (1, :number, :seal, :baseNumber, :baseSeal, :code)
        """,
        stored);
  }

  void update(Head.Stored stored) {
    write(
        """
        UPDATE audit_head
        SET number = :number, seal = :seal, base_number = :baseNumber, base_seal = :baseSeal,
          code = :code
        WHERE id = 1
        """,
        stored);
  }

  private void write(String sql, Head.Stored stored) {
    var head = stored.head();
    jdbc.sql(sql)
        .param("number", head.number())
        .param("seal", head.seal())
        .param("baseNumber", head.baseNumber())
        .param("baseSeal", head.baseSeal())
        .param("code", stored.code())
        .update();
  }
}
