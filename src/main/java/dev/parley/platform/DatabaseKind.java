package dev.parley.platform;

import java.util.Locale;

/// The databases that there are.
public enum DatabaseKind {
  SQLITE,
  POSTGRESQL,
  /// MySQL as well.
  MARIADB;

  /// Where the files are that bring one up to date.
  String migrations() {
    return "classpath:db/migration/" + name().toLowerCase(Locale.ROOT);
  }
}
