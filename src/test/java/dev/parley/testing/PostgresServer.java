package dev.parley.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL.
public final class PostgresServer implements RealDatabase {

  private static final class Shared {
    private static final PostgresServer SERVER =
        new PostgresServer(builder -> builder.setCleanDataDirectory(true));
  }

  private interface Setting {
    EmbeddedPostgres.Builder of(EmbeddedPostgres.Builder builder);
  }

  private final AtomicInteger made = new AtomicInteger();
  private final Setting setting;
  private EmbeddedPostgres server;

  private PostgresServer(Setting setting) {
    this.setting = setting;
    this.server = start(setting);
  }

  /// The one that all tests share, started when it is first asked for, until they have ended.
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  /// Starts one of one's own, which can be stopped and started again.
  ///
  /// @param folder for its files
  public static PostgresServer start(Path folder) {
    return new PostgresServer(
        builder ->
            builder.setDataDirectory(folder.resolve("database")).setCleanDataDirectory(false));
  }

  /// Its texts are UTF-8, whatever the machine's are.
  private static EmbeddedPostgres start(Setting setting) {
    try {
      return setting
          .of(EmbeddedPostgres.builder())
          .setLocaleConfig("locale", "C.UTF-8")
          .setServerConfig("max_connections", "300")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String create() {
    var name = "parley_" + made.incrementAndGet();
    try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql://postgres:postgres@127.0.0.1:%d/%s".formatted(server.getPort(), name);
  }

  @Override
  public Connection connect(String address) throws SQLException {
    var bare = address.replaceFirst("//.*@", "//");
    return DriverManager.getConnection("jdbc:" + bare, "postgres", "postgres");
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void startAgain() {
    var port = server.getPort();
    server = start(builder -> setting.of(builder).setPort(port));
  }

  @Override
  public void close() {
    stop();
  }
}
