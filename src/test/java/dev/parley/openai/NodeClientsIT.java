package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients for JavaScript, which `src/test/clients` has in the versions of its lock file. Each of
/// its scripts is a test of its own, run by Node.
class NodeClientsIT {

  private static final Path SCRIPTS = Path.of("src", "test", "clients");
  private static final Path INSTALLED = Path.of("target", "clients");
  private static final ClientServer SERVER = ClientServer.start();

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    try (var files = Files.list(SCRIPTS)) {
      for (var file : files.toList()) {
        Files.copy(
            file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai.mjs", "ai-sdk.mjs", "langchain.mjs"})
  void worksAsItIs(String script) throws IOException, InterruptedException {
    SERVER.model().reset();
    run(
        Map.of(
            "PARLEY_URL", SERVER.baseUrl(),
            "PARLEY_KEY", SERVER.key(),
            "PARLEY_LIMITED_KEY", SERVER.key()),
        "node",
        "--test",
        script);
    assertThat(SERVER.model().count("flaky-2-500"))
        .as("twice by us, once by the client")
        .isEqualTo(3);
    assertThat(SERVER.model().count("stall-3")).as("never paid twice").isLessThanOrEqualTo(1);
  }

  private static void run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("parley-clients", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(INSTALLED.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(String.join(" ", command)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
