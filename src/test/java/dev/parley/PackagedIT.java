package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.FakeModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.PackagedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program on a machine where nothing is set up.
class PackagedIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Path folder;

  PackagedIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void runsWithNothingBesideItAsADemo() throws IOException {
    try (var server = PackagedServer.startJar(folder, Map.of())) {
      var member = server.client().signUp();
      var answer =
          member.post(
              "/conversations/%s/messages".formatted(member.conversation()), "{'content':'Hello'}");

      assertThat(answer.expect(200).body().at("/message/content").stringValue())
          .contains("demo model")
          .contains("OPENAI_API_KEY");
      assertThat(server.output()).anyMatch(line -> line.contains("demo model"));
      server.client().get("/").expect(200);
      server.client().get("/openapi.json").expect(200);
      assertThat(folder.resolve("app.log")).isNotEmptyFile();
      assertThat(folder.resolve("data/parley.db")).isNotEmptyFile();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void takesItsSettingsFromAFileAndFirstFromTheEnvironment() throws IOException {
    try (var fake = FakeModel.start()) {
      Files.writeString(
          folder.resolve(".env"),
          """
          # what this server asks
          OPENAI_BASE_URL="%s"
          export OPENAI_API_KEY='sk-of-the-file-12345678'
          OPENAI_MODEL=say-1-0 # and no other
          PARLEY_DATA=elsewhere
          """
              .formatted(fake.baseUrl()));
      try (var server = PackagedServer.startJar(folder, Map.of("OPENAI_MODEL", "say-2-0"))) {
        var member = server.client().signUp();
        var answer =
            member.post(
                "/conversations/%s/messages".formatted(member.conversation()),
                "{'content':'Hello'}");

        assertThat(answer.expect(200).body().at("/message/content").stringValue())
            .isEqualTo("w0 w1 ");
        assertThat(fake.calls().getFirst().bearer()).isEqualTo("sk-of-the-file-12345678");
        assertThat(folder.resolve("elsewhere/parley.db")).isNotEmptyFile();
        assertThat(server.output()).noneMatch(line -> line.contains("sk-of-the-file"));
      }
    }
  }

  @Keeps("secret.weak")
  @Test
  void refusesAnUnsafeStartInTwoLines() throws InterruptedException {
    try (var server = PackagedServer.run(folder, Map.of("JWT_SECRET", "short"))) {
      assertThat(server.awaitExit(SOON)).isEqualTo(1);
      assertThat(server.output().stream().filter(line -> line.contains("ERROR")))
          .satisfiesExactly(
              problem -> assertThat(problem).contains("JWT_SECRET has fewer than 32 bytes"),
              remedy -> assertThat(remedy).contains("What to do: Leave it out"));
      assertThat(String.join("", server.output()))
          .doesNotContain("Exception")
          .doesNotContain("short");
    }
  }

  @Test
  void refusesAnUnsafeStartWithAllThatIsUnsafe() throws InterruptedException {
    var settings =
        Map.of(
            "PARLEY_PROFILE", "production",
            "PARLEY_LOG_MESSAGES", "true",
            "CORS_ALLOWED_ORIGINS", "chat.example.com",
            "JWT_SECRET", "short");
    try (var server = PackagedServer.run(folder, settings)) {
      assertThat(server.awaitExit(SOON)).isEqualTo(1);
      assertThat(server.output().stream().filter(line -> line.contains("ERROR"))).hasSize(6);
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  private Path key() {
    return folder.resolve("data/signing.key");
  }
}
