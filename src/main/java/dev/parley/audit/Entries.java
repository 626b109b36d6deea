package dev.parley.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The rows of events.
@Component
class Entries {

  static final String COLUMNS =
      "writer, number, at, kind, actor, subject, outcome, request_id, hashes, code";

  private final JdbcTemplate jdbc;

  Entries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds one, in the transaction of this thread.
  void add(Recorded event) {
    var entry = event.entry();
    jdbc.update(
        """
        INSERT INTO audit_events
          (writer, number, at, kind, actor, subject, outcome, request_id, hashes, code)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entry.writer(),
        entry.number(),
        entry.at(),
        entry.kind(),
        entry.actor(),
        entry.subject(),
        entry.outcome(),
        entry.requestId(),
        entry.hashes(),
        event.code());
  }

  /// Deletes those of one process with these numbers, both ends included.
  void deleteBetween(long writer, long first, long last) {
    jdbc.update(
        "DELETE FROM audit_events WHERE writer = ? AND number BETWEEN ? AND ?",
        writer,
        first,
        last);
  }

  /// Those of a process between two numbers, both included, in their order.
  List<Recorded> between(long writer, long first, long last) {
    return jdbc.query(
        """
        SELECT %s FROM audit_events
        WHERE writer = ? AND number BETWEEN ? AND ?
        ORDER BY number
        """
            .formatted(COLUMNS),
        (row, _) -> recorded(row),
        writer,
        first,
        last);
  }

  /// A few of a process that come after a number.
  List<Recorded> after(long writer, long number, int few) {
    return jdbc.query(
        """
        SELECT %s FROM audit_events
        WHERE writer = ? AND number > ?
        ORDER BY number
        LIMIT ?
        """
            .formatted(COLUMNS),
        (row, _) -> recorded(row),
        writer,
        number,
        few);
  }

  /// Each process that has recorded anything, the oldest first. Costs a step in the index for each.
  void writers(Consumer<Long> each) {
    var writer = next(Long.MIN_VALUE);
    while (!writer.isEmpty()) {
      each.accept(writer.getFirst());
      writer = next(writer.getFirst());
    }
  }

  private List<Long> next(long writer) {
    return jdbc.queryForList(
        "SELECT writer FROM audit_events WHERE writer > ? ORDER BY writer LIMIT 1",
        Long.class,
        writer);
  }

  static Recorded recorded(ResultSet row) throws SQLException {
    return new Recorded(
        new Entry(
            row.getLong("writer"),
            row.getLong("number"),
            row.getLong("at"),
            row.getString("kind"),
            row.getString("actor"),
            row.getString("subject"),
            row.getString("outcome"),
            row.getString("request_id"),
            row.getString("hashes")),
        row.getString("code"));
  }
}
