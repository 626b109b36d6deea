package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one connection that writes. Transactions take turns on it; those that arrive while one runs
/// commit together with it, each inside a savepoint, so a flush to the disk is paid once for all of
/// them. No caller goes on before that flush.
///
/// A batch is left open only by handing the turn to somebody who waits for it, so there is always
/// one thread that is bound to commit it.
final class SqliteWriter implements AutoCloseable {

  private static final int BATCH_LIMIT = 256;
  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Turns turns = new Turns();
  private final long patienceNanos;

  // These belong to whoever has the turn.
  private final WriterConnection connection;
  private @Nullable Batch open;
  private int lastSize;

  /// @param patience how long a transaction waits in all: for its turn, and for another process
  SqliteWriter(DataSource source, Duration patience) {
    this.connection = new WriterConnection(source);
    this.patienceNanos = patience.toNanos();
  }

  /// Waits for this thread's turn and begins. The thread has the turn until it commits or rolls
  /// back, which it does once.
  Connection begin() throws SQLException {
    var deadline = System.nanoTime() + patienceNanos;
    if (!turns.take(patienceNanos)) {
      throw new SqliteBusy();
    }
    var begun = false;
    try {
      if (open == null) {
        beginBatch(deadline);
      } else {
        connection.execute("SAVEPOINT caller");
      }
      batch().size++;
      begun = true;
      return connection.get();
    } finally {
      if (!begun) {
        endTurn();
      }
    }
  }

  /// Ends this thread's part and returns once it is on the disk.
  void commit() throws SQLException {
    var batch = batch();
    if (batch.isOfOne()) {
      endTurn();
    } else {
      end(batch, "RELEASE caller");
    }
    batch.await();
  }

  /// Takes back what this thread wrote, and nothing of what the others did. Returns once that is on
  /// the disk: why this thread takes its part back may be what it saw of theirs.
  void rollback() throws SQLException {
    var batch = batch();
    if (batch.isOfOne()) {
      end(null, "ROLLBACK");
    } else {
      end(batch, "ROLLBACK TO caller", "RELEASE caller");
      batch.await();
    }
  }

  /// @param left the batch that is open afterwards
  private void end(@Nullable Batch left, String... statements) {
    var batch = batch();
    var ended = false;
    try {
      for (var statement : statements) {
        connection.execute(statement);
      }
      open = left;
      ended = true;
    } catch (SQLException e) {
      ended = true;
      lose(batch, undone(e));
    } finally {
      if (!ended) {
        lose(batch, new SQLException("the writer broke off"));
      }
      endTurn();
    }
  }

  private void beginBatch(long deadline) throws SQLException {
    while (!connection.tryBegin()) {
      if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
        throw new SqliteBusy();
      }
      LockSupport.parkNanos(RETRY_NANOS);
    }
    open = new Batch();
  }

  /// The last of those who came together commits for all.
  private void endTurn() {
    var batch = open;
    if (batch != null && batch.size < BATCH_LIMIT && handOver()) {
      return;
    }
    try {
      if (batch != null) {
        store(batch);
      }
    } finally {
      turns.end();
    }
  }

  /// Those whom the last commit let go, all at once, may be on their way back: they get a moment,
  /// or the first of them would be flushed alone.
  @SuppressWarnings("ThreadPriorityCheck") // whoever comes later is in the next batch
  private boolean handOver() {
    if (turns.handOver()) {
      return true;
    }
    if (lastSize > 1) {
      Thread.yield();
      return turns.handOver();
    }
    return false;
  }

  private void store(Batch batch) {
    try {
      connection.execute("COMMIT");
      open = null;
      lastSize = batch.size;
      batch.done.complete(null);
    } catch (SQLException e) {
      lose(batch, e);
    }
  }

  private void lose(Batch batch, SQLException cause) {
    open = null;
    connection.drop(cause);
    batch.done.completeExceptionally(cause);
  }

  /// Where the savepoint is gone, SQLite has ended the whole transaction of its own accord, as it
  /// does when it finds no room in the middle of a statement. Those who had their part in it hear
  /// that.
  private static SQLException undone(SQLException failure) {
    return failure instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_ERROR
        ? new SQLiteException(
            "undone with a transaction that there was no room for", SQLiteErrorCode.SQLITE_FULL)
        : failure;
  }

  private Batch batch() {
    if (open == null) {
      throw new IllegalStateException("no transaction is open");
    }
    return open;
  }

  /// Lets whoever writes finish.
  @Override
  public void close() throws SQLException {
    if (turns.take(patienceNanos)) {
      try {
        if (open != null) {
          store(open);
        }
        connection.close();
      } finally {
        turns.end();
      }
    }
  }

  /// Transactions that are committed together.
  private static final class Batch {

    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private int size;

    /// Then it has no savepoint: there is nothing of others that would have to stay.
    boolean isOfOne() {
      return size == 1;
    }

    void await() throws SQLException {
      try {
        done.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e);
      }
    }
  }
}
