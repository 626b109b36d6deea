package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.PackagedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidedByBuildIT {

  @Test
  void startsTheUsualServerFromWhatTheBuildHasDecided(@TempDir Path folder) {
    try (var server = PackagedServer.start(folder, Map.of("LOG_FORMAT", "json"))) {
      server.client().signUp();
      assertThat(server.output())
          .as("how the log is written is not for the build to decide")
          .anyMatch(line -> line.startsWith("{") && line.contains("Starting AOT-processed Parley"));
    }
  }
}
