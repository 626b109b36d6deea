package dev.parley.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/// Gives PostgreSQL's errors the names that the rest of the program knows.
///
/// Source of the codes: <https://www.postgresql.org/docs/current/errcodes-appendix.html>
final class PostgresErrors implements SQLExceptionTranslator {

  @Override
  public DataAccessException translate(String task, @Nullable String sql, SQLException error) {
    var state = error.getSQLState();
    return switch (state == null ? "" : state) {
      case "23505" -> new DuplicateKeyException(task, error);
      case "23503" -> new OwnerGone(error);
      // NUL, which PostgreSQL's texts cannot have.
      case "22021" -> new NowhereStored(error);
      // Two transactions that waited for one another.
      case "40P01", "40001" -> new Deadlock(error);
      // A lock that did not come.
      case "55P03" -> new StorageBusy(error);
      case "53100" -> new StorageFull(error);
      // Nothing of ours is wrong: a connection broke, or the server is being stopped.
      case "", "08000", "08001", "08003", "08004", "08006", "25006", "53300", "57P01", "57P02" ->
          new DataAccessResourceFailureException(task, error);
      default -> new UncategorizedSQLException(task, sql, error);
    };
  }
}
