package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.PackagedServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command that copies, killed in the middle.
class PackagedCopyIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void goesOnWhereItWasKilled(@TempDir Path folder) throws Exception {
    var from = "sqlite:" + folder.resolve("parley.db");
    var to = PostgresServer.shared().create();
    fill(from);
    var command = new String[] {"copy", "--from", from, "--to", to};

    try (var copy = PackagedServer.run(folder, Map.of(), command)) {
      while (!tells(copy, "messages: 10,000 of 40,002")) {
        assertThat(copy.isRunning()).as("%s", copy.output()).isTrue();
        Thread.onSpinWait();
      }
      copy.kill();
      assertThat(tells(copy, "messages: 40,002 of 40,002")).isFalse();
    }
    try (var server = PackagedServer.run(folder, Map.of("DATABASE_URL", to))) {
      assertThat(server.awaitExit(SOON)).isEqualTo(1);
      assertThat(tells(server, "was not copied to its end")).isTrue();
    }
    try (var copy = PackagedServer.run(folder, Map.of(), command)) {
      assertThat(copy.awaitExit(SOON)).as("%s", copy.output()).isZero();
      assertThat(tells(copy, "Going on")).isTrue();
      assertThat(tells(copy, "messages: 40,002 the same")).isTrue();
      assertThat(tells(copy, "postgres:postgres")).isFalse();
    }
    try (var server =
        PackagedServer.start(
            folder, Map.of("DATABASE_URL", to, "PARLEY_MASTER_KEYS", TestServer.MASTER_KEYS))) {
      server.client().get("/health/ready").expect(200);
    }
  }

  private static boolean tells(PackagedServer program, String text) {
    return program.output().stream().anyMatch(line -> line.contains(text));
  }

  private static void fill(String address) {
    try (var server = TestServer.on(address)) {
      var member = server.member();
      var conversation = member.conversation();
      member.ask(conversation, "say-3-0", "Hello").expect(200);
      server.write(
          """
          INSERT INTO messages
            (id, conversation_id, branch, depth, role, content, tokens, status, created_at)
          WITH RECURSIVE numbers (n) AS (
            SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 40000)
          SELECT 'msg_' || n, ?, 1, n, 'user', 'Text number ' || n, 1, 'completed', 0
          FROM numbers
          """,
          conversation);
    }
  }
}
