package dev.parley.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Everything that stands in the tables of a server's database.
public final class StoredRows {

  private StoredRows() {}

  /// All values of all rows, each on a line.
  public static String text(TestServer server) {
    var text = new StringBuilder();
    try (var connection = server.bean(DataSource.class).getConnection();
        var tables =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        add(text, connection, tables.getString("TABLE_NAME"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void add(StringBuilder text, Connection connection, String table)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT * FROM " + table)) {
      while (rows.next()) {
        for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          text.append(rows.getString(column)).append('\n');
        }
      }
    }
  }
}
