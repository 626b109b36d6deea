package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// SQLite overwrites what is deleted with zeros (`secure_delete`), in the pages that it writes
/// anew; the pages of before stand in the write-ahead log until that is emptied.
///
/// The log is emptied in a moment in which nobody reads or writes. One that had to wait for such a
/// moment inside of SQLite would keep all who write waiting, too; so it is tried again and again.
@Component
@OnDatabase(DatabaseKind.SQLITE)
final class SqliteErasure implements Erasure {

  private static final Logger log = LoggerFactory.getLogger(SqliteErasure.class);
  private static final int ATTEMPTS = 100;
  private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

  private final JdbcTemplate jdbc;

  SqliteErasure(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void complete() {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) this::emptyLog))) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    log.info("The write-ahead log is in use: what was deleted leaves it as others write");
  }

  private boolean emptyLog(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      var patience = number(statement, "PRAGMA busy_timeout");
      statement.execute("PRAGMA busy_timeout = 0");
      try {
        return number(statement, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
      } finally {
        statement.execute("PRAGMA busy_timeout = " + patience);
      }
    }
  }

  private static int number(Statement statement, String pragma) throws SQLException {
    try (var rows = statement.executeQuery(pragma)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
