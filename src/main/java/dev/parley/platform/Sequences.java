package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The numbers that PostgreSQL gives to rows by itself. Rows that come with their own do not move
/// them on.
final class Sequences {

  private static final String NUMBER = "n";

  private Sequences() {}

  /// Has each go on after the greatest number that there is.
  static void goOn(Connection connection, List<CopiedTable> tables) throws SQLException {
    for (var table : tables) {
      if (table.key().stream().anyMatch(column -> column.name().equals(NUMBER))) {
        try (var statement = connection.createStatement()) {
          statement.execute(
              "SELECT setval(pg_get_serial_sequence('%1$s', '%2$s'), MAX(%2$s)) FROM %1$s"
                  .formatted(table.name(), NUMBER));
        }
      }
    }
    connection.commit();
  }
}
