package dev.parley.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Gives SQLite's errors the names that the rest of the program knows.
///
/// Source of the codes: <https://www.sqlite.org/rescode.html>
final class SqliteErrors implements SQLExceptionTranslator {

  @Override
  public DataAccessException translate(String task, @Nullable String sql, SQLException error) {
    if (!(error instanceof SQLiteException sqlite)) {
      return new UncategorizedSQLException(task, sql, error);
    }
    var extended = sqlite.getResultCode();
    return switch (SQLiteErrorCode.getErrorCode(extended.code & 0xff)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> new StorageBusy(error);
      case SQLITE_FULL -> new StorageFull(error);
      case SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_CORRUPT ->
          new DataAccessResourceFailureException(task, error);
      case SQLITE_CONSTRAINT ->
          switch (extended) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY ->
                new DuplicateKeyException(task, error);
            case SQLITE_CONSTRAINT_FOREIGNKEY -> new OwnerGone(error);
            default -> new UncategorizedSQLException(task, sql, error);
          };
      default -> new UncategorizedSQLException(task, sql, error);
    };
  }
}
