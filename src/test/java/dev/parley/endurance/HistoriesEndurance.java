package dev.parley.endurance;

import dev.parley.testing.Keeps;
import dev.parley.testing.MariaServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.RealDatabase;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.Test;

/// The same as [HistoriesHttpTest], on each database and many more.
@Keeps({"together.ordered", "refresh.ordered", "claim.ordered"})
class HistoriesEndurance {

  private static final int HISTORIES = Setting.count("histories", 1_000);
  private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());

  @Test
  void areExplainedOnSqlite() throws Exception {
    try (var server = TestServer.start()) {
      check(server, "SQLite");
    }
  }

  @Test
  void areExplainedOnPostgresql() throws Exception {
    check(PostgresServer.shared(), "PostgreSQL");
  }

  @Test
  void areExplainedOnMariadb() throws Exception {
    check(MariaServer.shared(), "MariaDB");
  }

  private static void check(RealDatabase database, String name) throws Exception {
    try (var server = TestServer.on(database.create())) {
      check(server, name);
    }
  }

  private static void check(TestServer server, String name) throws Exception {
    var report = new Report("histories on " + name);
    report.progress("seed %d".formatted(SEED));
    var histories = new Histories(server, HISTORIES, SEED);
    histories.checkConversations();
    histories.checkSessions();
    histories.checkGuestSessions();
    report.result(
        "%d histories of a conversation, of a session and of a guest session are explained"
            .formatted(HISTORIES));
  }
}
