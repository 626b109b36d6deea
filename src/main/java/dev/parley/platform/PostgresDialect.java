package dev.parley.platform;

import org.springframework.stereotype.Component;

/// Rows are held in the way that lets others refer to them.
@Component
@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresDialect implements ConflictClauses {

  @Override
  public String hold() {
    return " FOR NO KEY UPDATE";
  }

  @Override
  public String holdFree() {
    return " FOR UPDATE SKIP LOCKED";
  }
}
