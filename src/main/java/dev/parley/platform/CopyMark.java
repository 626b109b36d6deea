package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Stands in a database into which another is being copied, from before the first row until after
/// the last: a table with the name of the other. No server starts on it.
final class CopyMark {

  static final String TABLE = "copying";

  private CopyMark() {}

  /// The name of the other database, where there is a mark.
  static Optional<String> read(Connection connection) throws SQLException {
    if (!isThere(connection)) {
      return Optional.empty();
    }
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT source FROM " + TABLE)) {
      return Optional.of(rows.next() ? rows.getString(1) : "");
    }
  }

  static boolean isThere(Connection connection) throws SQLException {
    try (var tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), TABLE, null)) {
      return tables.next();
    }
  }

  static void put(Connection connection, String source) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE %s (source VARCHAR(1000) NOT NULL)".formatted(TABLE));
    }
    try (var insert =
        connection.prepareStatement("INSERT INTO %s (source) VALUES (?)".formatted(TABLE))) {
      insert.setString(1, source);
      insert.executeUpdate();
    }
    connection.commit();
  }

  static void remove(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("DROP TABLE " + TABLE);
    }
    connection.commit();
  }
}
