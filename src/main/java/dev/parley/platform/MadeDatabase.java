package dev.parley.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The database as who works beside the server needs it: there already, and as this version of the
/// program has it.
final class MadeDatabase {

  /// @throws UnsafeStart where it was made by another version
  MadeDatabase(DataSource source, DatabaseKind kind) {
    Schema.requireOurs(Flyway.configure().dataSource(source).locations(kind.migrations()).load());
  }
}
