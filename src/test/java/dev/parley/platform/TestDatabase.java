package dev.parley.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database file of a test's own, opened as the server opens its own, with a table of notes.
final class TestDatabase implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int UNBOUNDED = Integer.MAX_VALUE - 1;

  private final Path file;
  private final HikariDataSource readers;
  private final SqliteWriter writer;
  private final PlatformTransactionManager transactions;
  private final JdbcClient jdbc;
  private volatile int mostPages = UNBOUNDED;

  TestDatabase(Path folder) {
    this(folder, PATIENCE);
  }

  TestDatabase(Path folder, Duration patience) {
    var sqlite = new Sqlite();
    var data = new DataFolder(folder);
    var database = Database.at(new Secret(""));
    file = database.file(data);
    readers = sqlite.readers(database, data);
    writer = new SqliteWriter(bare(sqlite.writable(database, data)), patience);
    var errors = sqlite.storageErrors();
    transactions = sqlite.transactions(readers, writer, errors);
    jdbc = new Jdbc().jdbcClient(new Jdbc().jdbcTemplate(readers, errors));
    write(
        () ->
            jdbc.sql(
                    """
                    CREATE TABLE IF NOT EXISTS notes (
                      id        TEXT PRIMARY KEY,
                      text      TEXT NOT NULL DEFAULT '',
                      follows   TEXT REFERENCES notes (id),
                      deferred  TEXT REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED
                    )
                    """)
                .update());
  }

  SqliteWriter writer() {
    return writer;
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  TransactionTemplate transactions() {
    return new TransactionTemplate(transactions);
  }

  /// Does something in a transaction.
  void write(Runnable work) {
    transactions().executeWithoutResult(_ -> work.run());
  }

  /// Does something in a read-only transaction.
  void read(Runnable work) {
    var template = transactions();
    template.setReadOnly(true);
    template.executeWithoutResult(_ -> work.run());
  }

  /// Adds a note, within the transaction of the thread.
  void add(String id) {
    jdbc.sql("INSERT INTO notes (id) VALUES (?)").param(id).update();
  }

  List<String> notes() {
    return jdbc.sql("SELECT id FROM notes ORDER BY id").query(String.class).list();
  }

  /// A connection such as another process has.
  Connection stranger() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /// Leaves the file no room to grow.
  void fillDisk() {
    bound(jdbc.sql("PRAGMA page_count").query(Integer.class).single());
  }

  void makeRoom() {
    bound(UNBOUNDED);
  }

  private void bound(int pages) {
    mostPages = pages;
    write(() -> jdbc.sql(bound()).query(Integer.class).single());
  }

  private String bound() {
    return "PRAGMA max_page_count = " + mostPages;
  }

  /// How many transactions stand in the write-ahead log: its frames that end one.
  ///
  /// Source: <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>
  long commits() {
    try {
      var log = ByteBuffer.wrap(Files.readAllBytes(file.resolveSibling("parley.db-wal")));
      var frame = 24 + log.getInt(8);
      var commits = 0;
      for (var at = 32; at + frame <= log.limit(); at += frame) {
        var current = log.getLong(at + 8) == log.getLong(16);
        commits += current && log.getInt(at + 4) != 0 ? 1 : 0;
      }
      return commits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Connections with no room but what the disk has, and no sense of time.
  private DataSource bare(DataSource source) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try (var statement = connection.createStatement()) {
          statement.execute(bound());
          // Longer than any test: who waits inside SQLite never comes back.
          statement.execute("PRAGMA busy_timeout = 60000");
        }
        return connection;
      }
    };
  }

  @Override
  public void close() throws SQLException {
    writer.close();
    readers.close();
  }
}
