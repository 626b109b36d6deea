package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.testing.Keeps;
import dev.parley.testing.MariaServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Migrations that were broken off, and those of another version of the program.
class MigrationsIT {

  static List<String> addresses() throws IOException {
    var folder = Files.createTempDirectory("parley-migrations");
    return List.of(
        "sqlite:" + folder.resolve("parley.db"),
        PostgresServer.shared().create(),
        MariaServer.shared().create());
  }

  @Keeps("migration.newer")
  @ParameterizedTest
  @MethodSource("addresses")
  void refuseADatabaseOfANewerVersion(String address) throws Exception {
    try (var database = OpenedDatabase.open(new Secret(address))) {
      Schema.bringUpToDate(database.flyway());
      try (var connection = database.connect();
          var statement = connection.createStatement()) {
        statement.execute(
            """
            UPDATE flyway_schema_history SET version = '999', script = 'V999__of_tomorrow.sql'
            WHERE installed_rank = (
              SELECT n FROM (SELECT MAX(installed_rank) AS n FROM flyway_schema_history) newest)
            """);
        connection.commit();
      }
    }
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> TestServer.start("--parley.database.url=" + address))
        .havingRootCause()
        .isInstanceOf(UnsafeStart.class)
        .withMessage("The database is of a newer version of this program.");
  }

  @Keeps("migration.killed")
  @ParameterizedTest
  @MethodSource("addresses")
  void areUndoneOrGoneThroughAgainAfterOneThatWasBrokenOff(String address, @TempDir Path migrations)
      throws Exception {
    var file = migrations.resolve("V999__of_tomorrow.sql");
    var first = "CREATE TABLE IF NOT EXISTS first_half (n INTEGER);";
    try (var database = OpenedDatabase.open(new Secret(address))) {
      Files.writeString(file, first + "\nINSERT INTO nowhere (n) VALUES (1);");
      assertThatExceptionOfType(FlywayException.class)
          .isThrownBy(() -> Schema.bringUpToDate(with(migrations, database)));

      Files.writeString(file, first + "\nCREATE TABLE IF NOT EXISTS second_half (n INTEGER);");
      Schema.bringUpToDate(with(migrations, database));
      assertThat(tables(database)).contains("users", "first_half", "second_half");
      assertThat(Schema.isOurs(with(migrations, database))).isTrue();

      Files.writeString(file, first + "\nCREATE TABLE IF NOT EXISTS third_half (n INTEGER);");
      assertThatExceptionOfType(FlywayException.class)
          .as("what was done was changed afterwards")
          .isThrownBy(() -> Schema.bringUpToDate(with(migrations, database)));
    }
  }

  private static Flyway with(Path migrations, OpenedDatabase database) {
    var known = database.flyway().getConfiguration();
    return Flyway.configure()
        .configuration(known)
        .locations(database.kind().migrations(), "filesystem:" + migrations)
        .load();
  }

  /// As if the server had been killed before it noted what it had done: MariaDB stores each
  /// statement at once, so all of them find what they made.
  @Test
  void onMariaDbAreSuchThatTheyMayBeGoneThroughAgain() throws Exception {
    try (var database = OpenedDatabase.open(new Secret(MariaServer.shared().create()));
        var connection = database.connect();
        var statement = connection.createStatement()) {
      Schema.bringUpToDate(database.flyway());
      statement.execute("DELETE FROM flyway_schema_history");
      connection.commit();

      Schema.bringUpToDate(database.flyway());
      assertThat(Schema.isOurs(database.flyway())).isTrue();
    }
  }

  /// Whoever is killed has done both or neither.
  @Test
  void onPostgresAreDoneAndNotedInOneTransaction() throws Exception {
    try (var database = OpenedDatabase.open(new Secret(PostgresServer.shared().create()))) {
      Schema.bringUpToDate(database.flyway());
      try (var connection = database.connect();
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  """
                  SELECT noted.xmin = made.xmin
                  FROM flyway_schema_history noted, pg_class made
                  WHERE noted.version = '10' AND made.relname = 'shedlock'
                  """)) {
        assertThat(row.next()).isTrue();
        assertThat(row.getBoolean(1)).isTrue();
      }
    }
  }

  private static List<String> tables(OpenedDatabase database) throws SQLException {
    try (var connection = database.connect()) {
      return List.copyOf(CopiedTables.names(connection, database.kind()));
    }
  }
}
