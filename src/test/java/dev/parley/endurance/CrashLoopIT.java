package dev.parley.endurance;

import dev.parley.testing.Keeps;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form of [CrashLoopEndurance].
class CrashLoopIT {

  private static final int KILLS = 3;

  @Test
  @Keeps({"killed.acknowledged", "killed.sums"})
  void losesNothingThatWasAcknowledged(@TempDir Path folder) throws Exception {
    var database = "jdbc:sqlite:" + folder.resolve("data/parley.db");
    var report = new Report("crash loop, short");
    try (var loop =
        new CrashLoop(
            folder, null, () -> DriverManager.getConnection(database), System.nanoTime(), report)) {
      loop.run(KILLS);
    }
  }
}
