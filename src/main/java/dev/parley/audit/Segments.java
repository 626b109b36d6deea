package dev.parley.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of segments.
@Component
class Segments {

  /// A segment as it stands in its row.
  record Sealed(Segment segment, String seal) {}

  private static final String COLUMNS =
      "number, writer, first_event, last_event, voids, chain, recovered, at, seal";

  private final JdbcClient jdbc;

  Segments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Segment segment, String seal) {
    jdbc.sql(
            """
            INSERT INTO audit_segments
              (number, writer, first_event, last_event, voids, chain, recovered, at, seal)
            VALUES (:number, :writer, :first, :last, :voids, :chain, :recovered, :at, :seal)
            """)
        .param("number", segment.number())
        .param("writer", segment.writer())
        .param("first", segment.first())
        .param("last", segment.last())
        .param("voids", segment.voidsText())
        .param("chain", segment.chain())
        .param("recovered", segment.recovered() ? 1 : 0)
        .param("at", segment.at())
        .param("seal", seal)
        .update();
  }

  /// A few that come after a number, in their order.
  List<Sealed> after(long number, int few) {
    return jdbc.sql(
            "SELECT %s FROM audit_segments WHERE number > :number ORDER BY number LIMIT :few"
                .formatted(COLUMNS))
        .param("number", number)
        .param("few", few)
        .query((row, _) -> sealed(row))
        .list();
  }

  /// How many were sealed before a time; the last of all does not count.
  int countBefore(long millis) {
    return jdbc.sql(
            """
            SELECT COUNT(*) FROM audit_segments
            WHERE at < :before AND number < (SELECT MAX(number) FROM audit_segments)
            """)
        .param("before", millis)
        .query(Integer.class)
        .single();
  }

  void delete(long number) {
    jdbc.sql("DELETE FROM audit_segments WHERE number = :number").param("number", number).update();
  }

  /// The last of all; none, or one.
  List<Sealed> last() {
    return jdbc.sql("SELECT %s FROM audit_segments ORDER BY number DESC LIMIT 1".formatted(COLUMNS))
        .query((row, _) -> sealed(row))
        .list();
  }

  /// The last number of a process that is in a segment; 0 for none.
  long sealedUpTo(long writer) {
    return jdbc.sql(
            "SELECT COALESCE(MAX(last_event), 0) FROM audit_segments WHERE writer = :writer")
        .param("writer", writer)
        .query(Long.class)
        .single();
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    return new Sealed(
        new Segment(
            row.getLong("number"),
            row.getLong("writer"),
            row.getLong("first_event"),
            row.getLong("last_event"),
            Segment.voids(row.getString("voids")),
            row.getString("chain"),
            row.getInt("recovered") == 1,
            row.getLong("at")),
        row.getString("seal"));
  }
}
