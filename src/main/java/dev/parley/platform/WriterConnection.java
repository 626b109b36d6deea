package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The connection that writes, made anew after anything went wrong with it. Not safe for several
/// threads.
final class WriterConnection implements AutoCloseable {

  private final DataSource source;
  private @Nullable Connection connection;
  private boolean closed;

  WriterConnection(DataSource source) {
    this.source = source;
  }

  Connection get() throws SQLException {
    if (closed) {
      throw new SQLException("the server is being stopped");
    }
    if (connection == null) {
      connection = source.getConnection();
      // Whoever has to wait for another process does so in Java: in SQLite, a virtual thread that
      // waits keeps its carrier from all others.
      execute("PRAGMA busy_timeout = 0");
      // What is deleted is overwritten, so that the file does not keep what its owner took away.
      execute("PRAGMA secure_delete = ON");
      // What a savepoint may have to take back stays in memory. By default a file is made for it as
      // soon as it is 64 KiB, which is what a question changes, and is deleted with every commit.
      execute("PRAGMA temp_store = MEMORY");
    }
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (var statement = get().prepareStatement(sql)) {
      statement.execute();
    }
  }

  /// Begins to write.
  ///
  /// @return false where another process is writing
  boolean tryBegin() throws SQLException {
    try {
      execute("BEGIN IMMEDIATE");
      return true;
    } catch (SQLiteException e) {
      if ((e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code) {
        return false;
      }
      drop(e);
      throw e;
    }
  }

  /// Rolls back whatever is not committed, and leaves nothing of what went wrong to the next.
  void drop(SQLException because) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      because.addSuppressed(e);
    } finally {
      connection = null;
    }
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    if (connection != null) {
      connection.close();
    }
  }
}
