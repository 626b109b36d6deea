package dev.parley.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Figures;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Another process that writes into the file of SQLite and does not come to an end.
class LockedIT {

  private static final String BUSY = "locked.waits";

  @Keeps(BUSY)
  @Test
  void isWaitedForAndThenSaidAndNoModelIsAsked() throws Exception {
    try (var server = TestServer.start()) {
      var member = server.member();
      var conversation = member.conversation();
      try (var stranger =
              DriverManager.getConnection("jdbc:sqlite:" + server.data().resolve("parley.db"));
          var statement = stranger.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        var before = System.nanoTime();
        member.ask(conversation, "say-1-0", "Hello").expectProblem(503, "storage_busy");
        var waited = Duration.ofNanos(System.nanoTime() - before);

        assertThat(waited).isGreaterThan(Duration.ofSeconds(4));
        assertThat(server.model().calls("say-1-0")).isEmpty();
        member.get("/conversations/" + conversation).expect(200);
        statement.execute("ROLLBACK");
        Figures.atMost(BUSY, waited.toNanos() / 1e6, "said after %.0f ms");
      }
      member.ask(conversation, "say-1-0", "Hello").expect(200);
    }
  }
}
