package dev.parley.platform;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Holds a database on a server for this process alone, or for all that share a Redis: two that
/// know nothing of one another would each take the other's answers for unfinished. The lock is of a
/// connection, and is taken again where that breaks.
final class ServerLock implements Closeable {

  private static final Logger log = LoggerFactory.getLogger(ServerLock.class);

  /// How long the connection may take to show that it still works.
  private static final int SECONDS = 1;

  private static final int ATTEMPTS = 20;
  private static final long PAUSE_NANOS = 100_000_000;

  private final DataSource source;
  private final DatabaseServer server;
  private final String take;
  private @Nullable Connection holding;

  /// Takes hold of the database.
  ///
  /// @param source of connections that wait a second or two at most
  /// @param take a query that is true where a connection got the lock, which it has for as long as
  /// it lasts
  /// @throws UnsafeStart where another process has it, or the server cannot be reached
  ServerLock(DataSource source, DatabaseServer server, String take) {
    this.source = source;
    this.server = server;
    this.take = take;
    try {
      if (!holdSoon()) {
        throw new UnsafeStart(
            "Another process uses the database %s at %s already."
                .formatted(server.name(), server.host()),
            "Stop that one, set DATABASE_URL to another database, or give both the same REDIS_URL.");
      }
    } catch (SQLException e) {
      throw server.unusable(e);
    }
  }

  /// Sees to it that the lock is held, also after the server was started anew.
  @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
  synchronized void keep() {
    try {
      if (!hold()) {
        log.error(
            "Another process took the database {} at {} while this one could not reach it",
            server.name(),
            server.host());
      }
    } catch (SQLException e) {
      log.debug("The lock of the database cannot be held", e);
    }
  }

  /// A server lets go of what a process held a moment after that process has ended.
  private boolean holdSoon() throws SQLException {
    var attempts = ATTEMPTS;
    var held = hold();
    while (!held && --attempts > 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
      held = hold();
    }
    return held;
  }

  private synchronized boolean hold() throws SQLException {
    if (holding != null && holding.isValid(SECONDS)) {
      return true;
    }
    close();
    var connection = source.getConnection();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(take)) {
      if (row.next() && row.getBoolean(1)) {
        holding = connection;
        return true;
      }
      return false;
    } finally {
      if (holding == null) {
        connection.close();
      }
    }
  }

  @Override
  public synchronized void close() {
    var connection = holding;
    holding = null;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        log.debug("The connection of the lock did not close", e);
      }
    }
  }
}
