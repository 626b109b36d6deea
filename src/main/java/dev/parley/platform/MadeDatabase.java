package dev.parley.platform;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/// The database as who works beside the server needs it: there already, and as this version of the
/// program has it. Changing it is for the server.
final class MadeDatabase {

  /// @param migrations where they are
  /// @throws UnsafeStart where it was made by another version
  MadeDatabase(DataSource source, String migrations) {
    var flyway = Flyway.configure().dataSource(source).locations(migrations).load();
    var isOurs =
        Stream.of(flyway.info().all())
            .map(MigrationInfo::getState)
            .allMatch(state -> state.isApplied() && state.isResolved() && !state.isFailed());
    if (!isOurs) {
      throw new UnsafeStart(
          "The database is of another version of this program.",
          "Start the server of this version once, which brings it up to date.");
    }
  }
}
