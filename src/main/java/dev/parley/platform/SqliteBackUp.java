package dev.parley.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.stereotype.Component;
import org.sqlite.SQLiteDataSource;

/// The file as it is at one moment, written anew (`VACUUM INTO`): nobody waits for it, and nothing
/// of what was deleted goes along. It has its name only once it was found to be sound.
@Component
@OnDatabase(DatabaseKind.SQLITE)
class SqliteBackUp implements BackUp {

  private final DataSource database;

  SqliteBackUp(@FlywayDataSource DataSource database) {
    this.database = database;
  }

  @Override
  public long into(Path file) {
    var target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw new UnsafeStart(target + " is there already.", "Name another file, or move that one.");
    }
    var draft = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      copy(draft);
      check(draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      return Files.size(target);
    } catch (SQLException | IOException e) {
      throw new UnsafeStart(
          "The copy could not be made: " + e.getMessage(),
          "See that the folder is there and has room for it.",
          e);
    } finally {
      delete(draft);
    }
  }

  /// An empty file is taken for an empty database.
  private void copy(Path draft) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, draft.toString());
      statement.execute();
    }
  }

  private static void check(Path draft) throws SQLException {
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + draft);
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      require(statement, "PRAGMA integrity_check", "ok");
      require(statement, "SELECT COUNT(*) FROM pragma_foreign_key_check", "0");
    }
  }

  private static void require(Statement statement, String sql, String wanted) throws SQLException {
    try (var rows = statement.executeQuery(sql)) {
      var found = rows.next() ? rows.getString(1) : "nothing";
      if (!wanted.equals(found)) {
        throw new SQLException("the copy is not sound: " + found);
      }
    }
  }

  private static void delete(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
