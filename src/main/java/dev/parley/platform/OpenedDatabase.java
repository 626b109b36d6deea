package dev.parley.platform;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database that an address on the command line names, held for this process alone.
final class OpenedDatabase implements Closeable {

  private final DatabaseKind kind;
  private final String name;
  private final DataSource source;
  private final Closeable lock;
  private final String begin;

  private OpenedDatabase(
      DatabaseKind kind, String name, DataSource source, Closeable lock, String begin) {
    this.kind = kind;
    this.name = name;
    this.source = source;
    this.lock = lock;
    this.begin = begin;
  }

  /// Opens one that is there. Of a file that is not, the first connection makes one.
  ///
  /// @throws UnsafeStart where it cannot be used, or a server uses it
  static OpenedDatabase open(Secret address) {
    var database = Database.at(address);
    database.check();
    return database.kind() == DatabaseKind.SQLITE
        ? file(database.named())
        : server(database.address());
  }

  private static OpenedDatabase file(Path file) {
    return new OpenedDatabase(
        DatabaseKind.SQLITE,
        file.toAbsolutePath().toString(),
        Sqlite.source(file),
        new SqliteLock(file),
        "PRAGMA secure_delete = ON");
  }

  private static OpenedDatabase server(DatabaseServer server) {
    var driver = server.kind() == DatabaseKind.POSTGRESQL ? Postgres.DRIVER : MariaDb.DRIVER;
    var source = new DriverManagerDataSource(driver.url(server));
    source.setConnectionProperties(server.properties(driver.always()));
    return new OpenedDatabase(
        server.kind(),
        "%s at %s".formatted(server.name(), server.host()),
        source,
        new ServerLock(source, server, driver.takeLock()),
        driver.begin());
  }

  /// @throws UnsafeStart where there is no such file
  static void requireFile(Secret address) {
    var database = Database.at(address);
    database.check();
    if (database.kind() == DatabaseKind.SQLITE && !Files.exists(database.named())) {
      throw new UnsafeStart(
          "There is no database to copy from.", "Name one that the server has made.");
    }
  }

  DatabaseKind kind() {
    return kind;
  }

  /// What it is called for people, without a password.
  String name() {
    return name;
  }

  Connection connect() throws SQLException {
    var connection = source.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute(begin);
    }
    connection.setAutoCommit(false);
    return connection;
  }

  Flyway flyway() {
    var placeholders =
        kind == DatabaseKind.MARIADB ? MariaDb.placeholders(source) : Map.<String, String>of();
    return Flyway.configure()
        .dataSource(source)
        .locations(kind.migrations())
        .placeholders(placeholders)
        .configuration(Schema.ONE_CONNECTION)
        .load();
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
