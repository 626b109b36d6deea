package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.SmartTransactionObject;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Runs `@Transactional` methods: those that write on the [SqliteWriter], read-only ones on a
/// connection of the readers' pool, where all they read is of one moment and no writer is waited
/// for.
final class SqliteTransactions extends AbstractPlatformTransactionManager {

  private static final long serialVersionUID = 1;

  private final transient DataSource readers;
  private final transient SqliteWriter writer;
  private final transient SQLExceptionTranslator errors;

  SqliteTransactions(DataSource readers, SqliteWriter writer, SQLExceptionTranslator errors) {
    this.readers = readers;
    this.writer = writer;
    this.errors = errors;
  }

  @Override
  protected Object doGetTransaction() {
    return new Transaction(
        (ConnectionHolder) TransactionSynchronizationManager.getResource(readers));
  }

  @Override
  protected boolean isExistingTransaction(Object transaction) {
    return ((Transaction) transaction).holder != null;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    run(
        "begin",
        () -> {
          var holder = new ConnectionHolder(begin(definition.isReadOnly()));
          holder.setSynchronizedWithTransaction(true);
          ((Transaction) transaction).holder = holder;
          TransactionSynchronizationManager.bindResource(readers, holder);
        });
  }

  private Connection begin(boolean readOnly) throws SQLException {
    if (!readOnly) {
      return writer.begin();
    }
    var connection = readers.getConnection();
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    end("commit", status, writer::commit);
  }

  @Override
  protected void doRollback(DefaultTransactionStatus status) {
    end("rollback", status, writer::rollback);
  }

  /// After a commit that failed Spring rolls back. By then this thread has no part in the
  /// connection any more: what is open there is somebody else's.
  private void end(String task, DefaultTransactionStatus status, Step write) {
    var transaction = (Transaction) status.getTransaction();
    if (!transaction.ended) {
      transaction.ended = true;
      run(task, status.isReadOnly() ? transaction::endRead : write);
    }
  }

  @Override
  protected void doSetRollbackOnly(DefaultTransactionStatus status) {
    ((Transaction) status.getTransaction()).setRollbackOnly();
  }

  @Override
  protected void doCleanupAfterCompletion(Object transaction) {
    TransactionSynchronizationManager.unbindResource(readers);
  }

  private void run(String task, Step step) {
    try {
      step.run();
    } catch (SQLException e) {
      var translated = errors.translate(task, null, e);
      throw translated == null ? new IllegalStateException(e) : translated;
    }
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static final class Transaction implements SmartTransactionObject {

    private @Nullable ConnectionHolder holder;
    private boolean ended;

    Transaction(@Nullable ConnectionHolder holder) {
      this.holder = holder;
    }

    void setRollbackOnly() {
      if (holder != null) {
        holder.setRollbackOnly();
      }
    }

    /// Whether a method inside of the transaction failed: then the outermost may not commit.
    @Override
    public boolean isRollbackOnly() {
      return holder != null && holder.isRollbackOnly();
    }

    void endRead() throws SQLException {
      if (holder != null) {
        try (var connection = holder.getConnection()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    }
  }
}
