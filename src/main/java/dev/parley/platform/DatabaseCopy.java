package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// The steps of copying a database.
final class DatabaseCopy {

  private static final int TOLD_EVERY = 10_000;

  private final OpenedDatabase source;
  private final OpenedDatabase target;
  private final Consumer<String> tell;

  DatabaseCopy(OpenedDatabase source, OpenedDatabase target, Consumer<String> tell) {
    this.source = source;
    this.target = target;
    this.tell = tell;
  }

  /// @throws IllegalStateException where one of the two databases fails in the middle
  void run() {
    Schema.requireOurs(source.flyway());
    prepare();
    try {
      copy();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    tell.accept("All of it is in %s, and the same.".formatted(target.name()));
  }

  private void copy() throws SQLException {
    try (var from = source.connect();
        var to = target.connect()) {
      refuseUnfinished(from);
      var tables = CopiedTables.of(from, source.kind(), to, target.kind());
      mark(tables, to);
      for (var table : tables) {
        copy(table, from, to);
      }
      for (var table : tables) {
        verify(table, from, to);
      }
      if (target.kind() == DatabaseKind.POSTGRESQL) {
        Sequences.goOn(to, tables);
      }
      CopyMark.remove(to);
    }
  }

  /// Makes the tables where there are none.
  private void prepare() {
    try {
      var flyway = target.flyway();
      if (flyway.info().applied().length == 0) {
        flyway.migrate();
      }
      Schema.requireOurs(flyway);
    } catch (FlywayException e) {
      throw notEmpty(e);
    }
  }

  private static void refuseUnfinished(Connection from) throws SQLException {
    if (CopyMark.isThere(from)) {
      throw new UnsafeStart(
          "What is to be copied has not been copied to its end itself.",
          "Run the command that copies it once more.");
    }
  }

  private void mark(List<CopiedTable> tables, Connection to) throws SQLException {
    var mark = CopyMark.read(to);
    if (mark.isPresent()) {
      if (!mark.get().equals(source.name())) {
        throw new UnsafeStart(
            "Another database was being copied into %s: %s.".formatted(target.name(), mark.get()),
            "Copy that one to its end, or empty the database first.");
      }
      tell.accept("Going on where an attempt before was stopped.");
      return;
    }
    for (var table : tables) {
      if (new TableCopy(table).count(to) > 0) {
        throw notEmpty(null);
      }
    }
    to.rollback();
    CopyMark.put(to, source.name());
  }

  private UnsafeStart notEmpty(@Nullable Exception cause) {
    return new UnsafeStart(
        "The database %s is not empty.".formatted(target.name()),
        "Name one in which there is nothing.",
        cause);
  }

  private void copy(CopiedTable table, Connection from, Connection to) throws SQLException {
    var copy = new TableCopy(table);
    var all = copy.count(from);
    var told = new long[1];
    copy.run(
        from,
        to,
        done -> {
          if (done >= told[0] + TOLD_EVERY || done == all) {
            told[0] = done;
            tell.accept(String.format(Locale.ROOT, "%s: %,d of %,d", table.name(), done, all));
          }
        });
  }

  private void verify(CopiedTable table, Connection from, Connection to) throws SQLException {
    var copy = new TableCopy(table);
    var rows = copy.count(from);
    if (rows != copy.count(to) || !copy.checksum(from).equals(copy.checksum(to))) {
      throw new UnsafeStart(
          "The table %s is not the same in both databases.".formatted(table.name()),
          "Nothing may change either of them meanwhile. Empty %s and copy again."
              .formatted(target.name()));
    }
    if (rows > 0) {
      tell.accept(String.format(Locale.ROOT, "%s: %,d the same", table.name(), rows));
    }
  }
}
