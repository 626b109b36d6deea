package dev.parley.platform;

import java.util.Locale;

/// The databases that there are.
public enum DatabaseKind {
  SQLITE(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'
      """),
  POSTGRESQL(
      """
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
      """),
  /// MySQL as well.
  MARIADB(
      """
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
      """);

  private final String tables;

  DatabaseKind(String tables) {
    this.tables = tables;
  }

  /// Where the files are that bring one up to date.
  String migrations() {
    return "classpath:db/migration/" + name().toLowerCase(Locale.ROOT);
  }

  /// A query for the names of the tables, without those of which an index is made.
  String tables() {
    return tables;
  }
}
