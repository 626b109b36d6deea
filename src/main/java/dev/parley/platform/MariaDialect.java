package dev.parley.platform;

import org.springframework.stereotype.Component;

/// MariaDB's SQL, and MySQL's. A row that is there already is an error that undoes its statement
/// and not the transaction; to have it ignored would have other errors ignored, too.
@Component
@OnDatabase(DatabaseKind.MARIADB)
class MariaDialect implements Dialect {

  @Override
  public String hold() {
    return " FOR UPDATE";
  }

  @Override
  public String holdFree() {
    return " FOR UPDATE SKIP LOCKED";
  }

  @Override
  public String unlessThere() {
    return "";
  }

  /// Any unique index counts.
  @Override
  public String orUpdate(String key) {
    return " ON DUPLICATE KEY UPDATE ";
  }
}
