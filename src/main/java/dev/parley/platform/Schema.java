package dev.parley.platform;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// The tables, as this version of the program has them. Flyway brings them up to date under a lock
/// of its own, so of several servers that start one does it.
final class Schema {

  /// On PostgreSQL a migration and the note that it was done are one transaction only where Flyway
  /// has one connection for both, which it has with this lock; else whoever is killed between the
  /// two has done what nobody knows of, and what cannot be done again.
  static final Map<String, String> ONE_CONNECTION =
      Map.of("flyway.postgresql.transactional.lock", "false");

  private Schema() {}

  /// Does what is missing. A migration in which a server was killed is undone by the database or,
  /// where that stores each statement at once, gone through again.
  ///
  /// @throws UnsafeStart where the database is of a newer version, which might mean something else
  /// by what stands in it
  static void bringUpToDate(Flyway flyway) {
    refuseUnfinishedCopy(flyway);
    // Looking for them is most of what this takes, and there is seldom one to do.
    var migrations = all(flyway).toList();
    if (migrations.stream().anyMatch(Schema::isUnknown)) {
      throw new UnsafeStart(
          "The database is of a newer version of this program.",
          "Start that version, or one after it; or restore a backup from before.");
    }
    if (migrations.stream().anyMatch(migration -> migration.getState().isFailed())) {
      flyway.repair();
    }
    if (!migrations.stream().allMatch(Schema::isDoneAsItIs)) {
      flyway.migrate();
    }
  }

  /// What was changed after it was done is for Flyway to refuse.
  private static boolean isDoneAsItIs(MigrationInfo migration) {
    return isOurs(migration.getState())
        && migration.isChecksumMatching()
        && migration.isDescriptionMatching()
        && migration.isTypeMatching();
  }

  private static void refuseUnfinishedCopy(Flyway flyway) {
    try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
      if (CopyMark.isThere(connection)) {
        throw new UnsafeStart(
            "The database was not copied to its end.", "Run the command that copies it once more.");
      }
    } catch (SQLException e) {
      throw new FlywayException("The tables cannot be listed", e);
    }
  }

  /// For who works beside the server: changing the tables is for that.
  ///
  /// @throws UnsafeStart where they are of another version
  static void requireOurs(Flyway flyway) {
    if (!isOurs(flyway)) {
      throw new UnsafeStart(
          "The database is of another version of this program.",
          "Start the server of this version once, which brings it up to date.");
    }
  }

  static boolean isOurs(Flyway flyway) {
    return all(flyway).map(MigrationInfo::getState).allMatch(Schema::isOurs);
  }

  private static boolean isOurs(MigrationState state) {
    return state.isApplied() && state.isResolved() && !state.isFailed();
  }

  private static boolean isUnknown(MigrationInfo migration) {
    return !migration.getState().isResolved() && migration.getState() != MigrationState.UNDONE;
  }

  private static Stream<MigrationInfo> all(Flyway flyway) {
    return Stream.of(flyway.info().all());
  }
}
