package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.MariaServer;
import dev.parley.testing.PackagedServer;
import dev.parley.testing.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program with everything on a database server.
class PackagedDatabasesIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void keepsEverythingInPostgres(@TempDir Path folder) throws Exception {
    keepsEverything(folder, Map.of("DATABASE_URL", PostgresServer.shared().create()));
  }

  @Test
  void keepsEverythingInMariaDb(@TempDir Path folder) throws Exception {
    var address = URI.create(MariaServer.shared().create());
    keepsEverything(
        folder,
        Map.of(
            "DB_HOST", address.getHost(),
            "DB_PORT", String.valueOf(address.getPort()),
            "DB_USER", "root",
            "DB_PASSWORD", "any",
            "DB_NAME", address.getPath().substring(1)));
  }

  private static void keepsEverything(Path folder, Map<String, String> settings)
      throws InterruptedException {
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
