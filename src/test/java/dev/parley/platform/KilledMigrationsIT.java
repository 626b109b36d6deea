package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.FakeModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.MariaServer;
import dev.parley.testing.PackagedServer;
import dev.parley.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A server that is killed while it makes its tables, at whatever place that is: the next start
/// goes on from there.
class KilledMigrationsIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int TIMES = 4;

  private final FakeModel model = FakeModel.start();

  static List<String> addresses() throws IOException {
    var folder = Files.createTempDirectory("parley-killed");
    return List.of(
        "sqlite:" + folder.resolve("parley.db"),
        PostgresServer.shared().create(),
        MariaServer.shared().create());
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Keeps("migration.killed")
  @ParameterizedTest
  @MethodSource("addresses")
  void areGoneOnWithByTheNextStart(String address, @TempDir Path folder) throws Exception {
    var settings = new HashMap<>(PackagedServer.asking(model));
    settings.put("DATABASE_URL", address);
    for (var time = 1; time <= TIMES; time++) {
      var steps = time * 3;
      try (var killed = PackagedServer.run(folder, settings)) {
        await()
            .atMost(SOON)
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(1))
            .until(() -> !killed.isRunning() || steps(address) >= steps);
        assertThat(killed.isRunning()).as("%s", killed.output()).isTrue();
        killed.kill();
      }
    }
    try (var server = PackagedServer.start(folder, settings)) {
      var member = server.client().signUp();
      member.ask(member.conversation(), "say-1-0", "Are you whole?").expect(200);
    }
  }

  /// How many migrations are noted by now.
  private static int steps(String address) {
    try (var connection = connect(address);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM flyway_schema_history")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException _) {
      return 0;
    }
  }

  private static Connection connect(String address) throws SQLException {
    return switch (address.substring(0, address.indexOf(':'))) {
      case "mariadb" -> MariaServer.shared().connect(address);
      case "postgresql" -> PostgresServer.shared().connect(address);
      default -> DriverManager.getConnection("jdbc:" + address);
    };
  }
}
