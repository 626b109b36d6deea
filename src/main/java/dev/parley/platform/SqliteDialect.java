package dev.parley.platform;

import org.springframework.stereotype.Component;

/// Whoever writes is alone, and holds everything.
@Component
@OnDatabase(DatabaseKind.SQLITE)
class SqliteDialect implements ConflictClauses {

  @Override
  public String hold() {
    return "";
  }

  @Override
  public String holdFree() {
    return "";
  }
}
