package dev.parley.testing;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// An answer as it stands in the database of a server that may be gone.
///
/// @param saved what was saved of it while it was being written; empty once it has ended
public record StoredAnswer(String status, String content, @Nullable String code, String saved) {

  /// Reads it, while the server runs or afterwards.
  ///
  /// @param folder the server's working folder
  public static StoredAnswer read(Path folder, String id) throws SQLException {
    var url = "jdbc:sqlite:" + folder.resolve("data/parley.db");
    var sql =
        """
        SELECT status, content, error_code,
          (SELECT COALESCE(GROUP_CONCAT(part.value ->> 'text', '' ORDER BY n, part.id), '')
           FROM answer_parts, json_each(parts) part
           WHERE part.value ->> 'answer_id' = messages.id)
        FROM messages
        WHERE id = ?
        """;
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new AssertionError("there is no message " + id);
        }
        return new StoredAnswer(
            row.getString(1), row.getString(2), row.getString(3), row.getString(4));
      }
    }
  }
}
