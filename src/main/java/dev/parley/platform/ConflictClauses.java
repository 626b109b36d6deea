package dev.parley.platform;

/// What SQLite has taken over from PostgreSQL.
interface ConflictClauses extends Dialect {

  @Override
  default String unlessThere() {
    return " ON CONFLICT DO NOTHING";
  }

  @Override
  default String orUpdate(String key) {
    return " ON CONFLICT (%s) DO UPDATE SET ".formatted(key);
  }
}
