package dev.parley.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Figures;
import dev.parley.testing.Keeps;
import dev.parley.testing.MariaServer;
import dev.parley.testing.PlantedFailures.Kind;
import dev.parley.testing.PostgresServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One statement fails, whichever it is, in all that people do, on every database. On a server the
/// connection goes with it.
class NthFailureEndurance {

  @Keeps("nth.sqlite")
  @ParameterizedTest
  @EnumSource(names = {"STATEMENT", "ROOM", "COMMIT"})
  void leavesWhatWasToldAndNoHalvesInSqlite(Kind kind) {
    check("nth.sqlite", kind, "");
  }

  @Keeps("nth.servers")
  @ParameterizedTest
  @EnumSource(names = {"STATEMENT", "COMMIT", "CONFIRMATION"})
  void leavesWhatWasToldAndNoHalvesInPostgres(Kind kind) {
    check("nth.servers", kind, PostgresServer.shared().create());
  }

  @Keeps("nth.servers")
  @ParameterizedTest
  @EnumSource(names = {"STATEMENT", "COMMIT", "CONFIRMATION"})
  void leavesWhatWasToldAndNoHalvesInMariaDb(Kind kind) {
    check("nth.servers", kind, MariaServer.shared().create());
  }

  private static void check(String promise, Kind kind, String database) {
    try (var failure = new NthFailure("--parley.database.url=" + database)) {
      var failures = failure.plant(kind, failure.story().deeds());

      assertThat(failures).isPositive();
      Figures.atMost(promise, failures, "one of %.0f statements");
    }
  }
}
