package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.PackagedServer;
import dev.parley.testing.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program with everything in PostgreSQL.
class PackagedPostgresIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void keepsEverythingOnTheServerAndSharesItWithNobody(@TempDir Path folder) throws Exception {
    var settings = Map.of("DATABASE_URL", PostgresServer.shared().create());
    try (var server = PackagedServer.start(folder, settings)) {
      var member = server.client().signUp();
      member.ask(member.conversation(), "gpt-4.1-mini", "Hello").expect(200);
      assertThat(folder.resolve("data/parley.db")).doesNotExist();

      try (var second = PackagedServer.run(folder, settings)) {
        assertThat(second.awaitExit(SOON)).isEqualTo(1);
        assertThat(second.output())
            .anyMatch(line -> line.contains("Another process uses the database"));
      }
    }
    try (var server = PackagedServer.start(folder, settings)) {
      server.client().get("/health/ready").expect(200);
    }
  }
}
