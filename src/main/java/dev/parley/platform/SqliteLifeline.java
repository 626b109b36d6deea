package dev.parley.platform;

import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// There is one writer, on whom everybody has a turn.
@Component
@OnDatabase(DatabaseKind.SQLITE)
class SqliteLifeline implements Lifeline {

  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;

  SqliteLifeline(PlatformTransactionManager transactions, JdbcClient jdbc) {
    this.transactions = new TransactionTemplate(transactions);
    this.jdbc = jdbc;
  }

  @Override
  public int write(String sql, Map<String, ?> parameters) {
    return Objects.requireNonNull(
        transactions.execute(_ -> jdbc.sql(sql).params(parameters).update()));
  }
}
