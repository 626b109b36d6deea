package dev.parley.platform;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The wait for the writer's turn was too long; the same as when another process holds the file.
final class SqliteBusy extends SQLiteException {

  private static final long serialVersionUID = 1;

  SqliteBusy() {
    super("the writer is busy", SQLiteErrorCode.SQLITE_BUSY);
  }
}
