package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.Client;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database that is down, held by another, or not there.
class PostgresFaultsDatabaseTest {

  private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);
  private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

  @Test
  void saysSoSoonWhileTheDatabaseIsDownAndIsBackByItself(@TempDir Path folder) {
    try (var database = PostgresServer.start(folder);
        var server = TestServer.start("--parley.database.url=" + database.create())) {
      var member = server.member();
      var conversation = member.conversation();
      database.stop();
      for (var i = 0; i < 3; i++) {
        var began = System.nanoTime();
        member.get("/conversations").expectProblem(503, "storage_unavailable");
        member.post("/conversations", "{}").expectProblem(503, "storage_unavailable");
        assertThat(since(began)).isLessThan(TOLD_WITHIN.multipliedBy(2));
      }
      member.get("/health/live").expect(200);
      member.get("/health/ready").expect(503);

      database.startAgain();
      var began = System.nanoTime();
      while (member.get("/health/ready").status() != 200) {
        assertThat(since(began)).isLessThan(BACK_WITHIN);
      }
      member.ask(conversation, "say-3-0", "Are you back?").expect(200);
    }
  }

  @Test
  void takesAgainTheLockThatWasLostWithItsConnection(@TempDir Path folder) {
    try (var database = PostgresServer.start(folder)) {
      var address = database.create();
      try (var server = TestServer.start("--parley.database.url=" + address)) {
        server
            .bean(JdbcClient.class)
            .sql(
                """
                SELECT COUNT(pg_terminate_backend(pid)) FROM pg_locks
                WHERE locktype = 'advisory' AND granted
                """)
            .query(Integer.class)
            .single();
        server.bean(ServerLock.class).keep();
        assertIsRefused(address);
      }
    }
  }

  @Test
  void isForOneServer() {
    var address = PostgresServer.shared().create();
    try (var first = TestServer.start("--parley.database.url=" + address)) {
      assertIsRefused(address);
      first.client().get("/health/ready").expect(200);
    }
    TestServer.start("--parley.database.url=" + address).close();
  }

  private static void assertIsRefused(String address) {
    assertThatThrownBy(() -> TestServer.start("--parley.database.url=" + address))
        .hasRootCauseInstanceOf(UnsafeStart.class)
        .hasRootCauseMessage(
            "Another process uses the database %s already."
                .formatted(address.replaceFirst(".*@(.*)/(.*)", "$2 at $1")));
  }

  @Test
  void isRefusedWhereItIsNotThere() {
    var address = PostgresServer.shared().create() + "_not";
    assertThatThrownBy(() -> TestServer.start("--parley.database.url=" + address))
        .hasStackTraceContaining("cannot be used: FATAL: database")
        .hasStackTraceContaining("does not exist");
  }

  @Test
  void saysSoWhenARowIsHeldForTooLong() throws Exception {
    var address = PostgresServer.shared().create();
    try (var server = TestServer.start("--parley.database.url=" + address)) {
      var member = server.member();
      var conversation = member.conversation();
      try (var stranger = PostgresServer.connect(address);
          var statement = stranger.createStatement()) {
        stranger.setAutoCommit(false);
        statement.execute("SELECT * FROM conversations FOR UPDATE");
        member
            .patch("/conversations/" + conversation, "{'title':'Mine'}")
            .expectProblem(503, "storage_busy");
        assertThat(title(member, conversation)).isEmpty();
        stranger.rollback();
      }
      member.patch("/conversations/" + conversation, "{'title':'Mine'}").expect(200);
      assertThat(title(member, conversation)).isEqualTo("Mine");
    }
  }

  private static String title(Client member, String conversation) {
    return member
        .get("/conversations/" + conversation)
        .expect(200)
        .body()
        .get("title")
        .asString("");
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
