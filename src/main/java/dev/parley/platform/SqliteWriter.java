package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The one connection that writes. Transactions take turns on it, each inside a savepoint; those
/// that arrive while one runs commit together with it, so a flush to the disk is paid once for all
/// of them. No caller goes on before that flush.
final class SqliteWriter implements AutoCloseable {

  /// How long a transaction waits for its turn, as `busy_timeout` bounds the wait for another
  /// process.
  static final int PATIENCE_MILLIS = 5_000;

  private static final int BATCH_LIMIT = 256;

  private final ReentrantLock turn = new ReentrantLock(true);
  private final DataSource source;
  private @Nullable Connection connection;
  private @Nullable Batch open;

  SqliteWriter(DataSource source) {
    this.source = source;
  }

  /// Waits for this thread's turn and begins. The thread holds the turn until it commits or rolls
  /// back.
  Connection begin() throws SQLException {
    await();
    try {
      var writer = connection();
      if (open == null) {
        execute("BEGIN IMMEDIATE");
        open = new Batch();
      }
      execute("SAVEPOINT caller");
      return writer;
    } catch (SQLException e) {
      endTurn();
      throw e;
    }
  }

  /// Ends this thread's part and returns once it is on the disk.
  void commit() throws SQLException {
    var batch = batch();
    try {
      execute("RELEASE caller");
      batch.size++;
    } catch (SQLException e) {
      fail(batch, e);
    }
    endTurn();
    batch.await();
  }

  /// Takes back what this thread wrote, and nothing of what the others did.
  void rollback() throws SQLException {
    var batch = batch();
    try {
      execute("ROLLBACK TO caller");
      execute("RELEASE caller");
    } catch (SQLException e) {
      // A full disk makes SQLite end the whole transaction, and with it what the others wrote.
      fail(batch, e);
    }
    endTurn();
  }

  private void await() throws SQLException {
    try {
      if (!turn.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new SqliteBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SqliteBusy();
    }
  }

  /// The last of those who came together commits for all.
  private void endTurn() {
    try {
      var batch = open;
      if (batch != null && (!turn.hasQueuedThreads() || batch.size >= BATCH_LIMIT)) {
        try {
          execute("COMMIT");
          open = null;
          batch.done.complete(null);
        } catch (SQLException e) {
          fail(batch, e);
        }
      }
    } finally {
      turn.unlock();
    }
  }

  private void fail(Batch batch, SQLException cause) {
    open = null;
    batch.done.completeExceptionally(cause);
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // Nothing is open any more, which is what was wanted.
      cause.addSuppressed(e);
    }
  }

  private Batch batch() {
    if (open == null) {
      throw new IllegalStateException("no transaction is open");
    }
    return open;
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      connection = source.getConnection();
    }
    return connection;
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    turn.lock();
    try {
      if (connection != null) {
        connection.close();
      }
    } finally {
      turn.unlock();
    }
  }

  private static final class Batch {

    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private int size;

    void await() throws SQLException {
      try {
        done.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof SQLException cause) {
          throw cause;
        }
        throw e;
      }
    }
  }
}
