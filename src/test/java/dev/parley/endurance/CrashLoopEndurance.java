package dev.parley.endurance;

import dev.parley.testing.Keeps;
import dev.parley.testing.MariaServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.RealDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/// The program, killed hundreds of times on each database. What is left of it stays in
/// `target/crash-loop` for whoever has to look for what went wrong.
@Keeps({"killed.acknowledged", "killed.sums"})
class CrashLoopEndurance {

  private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());

  @Test
  void losesNothingOnSqlite() throws Exception {
    var folder = folder("sqlite");
    var database = "jdbc:sqlite:" + folder.resolve("data/parley.db");
    try (var loop =
        new CrashLoop(
            folder,
            null,
            () -> DriverManager.getConnection(database),
            SEED,
            new Report("crash loop on SQLite"))) {
      loop.run(Setting.count("kills.sqlite", 200));
    }
  }

  @Test
  void losesNothingOnPostgresql() throws Exception {
    run("postgresql", PostgresServer.shared());
  }

  @Test
  void losesNothingOnMariadb() throws Exception {
    run("mariadb", MariaServer.shared());
  }

  private static void run(String kind, RealDatabase database) throws Exception {
    var address = database.create();
    try (var loop =
        new CrashLoop(
            folder(kind),
            address,
            () -> database.connect(address),
            SEED,
            new Report("crash loop on " + kind))) {
      loop.run(Setting.count("kills." + kind, 50));
    }
  }

  private static Path folder(String kind) throws IOException {
    return Files.createTempDirectory(
        Files.createDirectories(Path.of("target", "crash-loop").toAbsolutePath()), kind);
  }
}
