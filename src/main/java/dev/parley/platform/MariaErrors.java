package dev.parley.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/// Gives the errors of MariaDB and MySQL the names that the rest of the program knows.
///
/// Source of the codes: <https://mariadb.com/kb/en/mariadb-error-code-reference/>
final class MariaErrors implements SQLExceptionTranslator {

  /// The class of states of connections that break, or do not come about.
  private static final String CONNECTION = "08";

  @Override
  public DataAccessException translate(String task, @Nullable String sql, SQLException error) {
    return switch (error.getErrorCode()) {
      case 1062 -> new DuplicateKeyException(task, error);
      case 1216, 1452 -> new OwnerGone(error);
      // A text that its collation cannot hold.
      case 1366, 3854 -> new NowhereStored(error);
      // Two transactions that waited for one another, or a row that changed since it was read.
      case 1020, 1213 -> new Deadlock(error);
      case 1205 -> new StorageBusy(error);
      case 1021, 1114 -> new StorageFull(error);
      // Too many connections, a server that is being stopped or is read-only, a query that was
      // ended with its connection.
      case 1040, 1053, 1129, 1203, 1290, 1317, 1836, 1927 ->
          new DataAccessResourceFailureException(task, error);
      default ->
          isOfConnection(error)
              ? new DataAccessResourceFailureException(task, error)
              : new UncategorizedSQLException(task, sql, error);
    };
  }

  private static boolean isOfConnection(SQLException error) {
    var state = error.getSQLState();
    return state == null || state.startsWith(CONNECTION);
  }
}
