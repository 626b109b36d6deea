package dev.parley.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.FakeModel;
import dev.parley.testing.PackagedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What is done for a server by those who look after it.
class UpkeepIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Path folder;

  UpkeepIT(@TempDir Path folder) {
    this.folder = folder;
  }

  /// What a command said, and its status.
  private record Done(int status, List<String> lines) {}

  @Test
  void copiesTheDatabaseWhileTheServerRuns() throws Exception {
    var copy = folder.resolve("copy.db");
    String email;
    String conversation;
    try (var server = PackagedServer.start(folder, Map.of())) {
      var member = server.client().signUp();
      email = String.valueOf(member.email());
      conversation = member.conversation();
      var done = run(Map.of(), "backup", "copy.db");
      assertThat(done.lines).singleElement().asString().endsWith("and is sound.");
      assertThat(done.status).isZero();
      assertThat(run(Map.of(), "backup", "copy.db").status).as("is there already").isEqualTo(1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
          .isEqualTo("rw-------");
      server.terminate();
      assertThat(server.awaitExit(SOON)).isZero();
    }
    Files.move(copy, folder.resolve("data/parley.db"), StandardCopyOption.REPLACE_EXISTING);
    try (var server = PackagedServer.start(folder, Map.of())) {
      var member = server.client().signIn(email, Client.PASSWORD);
      member.get("/conversations/" + conversation).expect(200);
    }
  }

  @Test
  void saysWhatIsWellAndWhatIsNot() throws Exception {
    try (var fake = FakeModel.start()) {
      var settings = new TreeMap<>(PackagedServer.asking(fake));
      var before = run(settings, "doctor");
      assertThat(before.status).isEqualTo(1);
      assertThat(before.lines)
          .anyMatch(line -> line.startsWith("ill       database: There is no database here yet."))
          .anyMatch(line -> line.startsWith("well      model service, clock: "));
      try (var server = PackagedServer.start(folder, settings)) {
        var _ = server.client().signUp();
        var well = run(settings, "doctor");
        assertThat(well.lines).noneMatch(line -> line.startsWith("ill"));
        assertThat(well.lines).anyMatch(line -> line.contains("accounts: 1"));
        assertThat(well.status).isZero();
      }
      settings.put("OPENAI_BASE_URL", "http://127.0.0.1:9/v1");
      var ill = run(settings, "doctor");
      assertThat(ill.status).isEqualTo(1);
      assertThat(ill.lines).anyMatch(line -> line.contains("cannot be reached"));
    }
    assertThat(run(Map.of("JWT_SECRET", "short"), "doctor").status).isEqualTo(1);
  }

  @Test
  void logsAsJsonWhereThatIsAskedFor() throws Exception {
    try (var server = PackagedServer.start(folder, Map.of("LOG_FORMAT", "json"))) {
      var member = server.client().signUp();
      var asked = member.ask(member.conversation(), "gpt-4o-mini", "One\\ntwo").expect(200);
      server.terminate();
      assertThat(server.awaitExit(SOON)).isZero();

      var json = new JsonMapper();
      var lines =
          Files.readAllLines(folder.resolve("app.log")).stream().map(json::readTree).toList();
      assertThat(lines)
          .filteredOn(line -> line.path("message").asString("").startsWith("Question "))
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line.get("request_id").stringValue())
                      .isEqualTo(asked.header("X-Request-Id")));
      assertThat(server.output()).allMatch(line -> json.readTree(line).has("@timestamp"));
    }
    assertThat(run(Map.of("LOG_FORMAT", "xml")).status).isEqualTo(1);
  }

  private Done run(Map<String, String> settings, String... words) throws InterruptedException {
    try (var command = PackagedServer.run(folder, settings, words)) {
      return new Done(command.awaitExit(SOON), command.output());
    }
  }
}
