package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.FakeModel;
import dev.parley.testing.PackagedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands of the packaged program, beside a server that runs.
class CommandsIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String OLD = "old:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=";
  private static final String NEW =
      "new:00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef";
  private static final String OWN = "sk-plover-own-key-0123456789";

  private final Path folder;

  CommandsIT(@TempDir Path folder) {
    this.folder = folder;
  }

  /// What a command said, and its status.
  private record Done(int status, List<String> lines) {}

  @Test
  void movesWhatIsSealedWhileTheServerAnswersSoThatTheOldKeyCanGo() throws Exception {
    try (var fake = FakeModel.start()) {
      String email;
      try (var server = PackagedServer.start(folder, settings(fake, OLD))) {
        var member = server.client().signUp();
        email = String.valueOf(member.email());
        storeKey(member);
        assertThat(run(settings(fake, NEW + "," + OLD), "keys", "rotate"))
            .as("the server could not read what is moved")
            .satisfies(done -> assertThat(done.status).isEqualTo(1))
            .satisfies(done -> assertThat(done.lines.getFirst()).contains("master key: new"));
      }
      var both = settings(fake, NEW + "," + OLD);
      try (var server = PackagedServer.start(folder, both)) {
        var rotated = run(both, "keys", "rotate");
        assertThat(rotated.lines)
            .containsExactly(
                "1 so far",
                "2 so far",
                "2 sealed anew with the master key new, 0 left under others");
        assertThat(rotated.status).isZero();
        assertAsksWithOwnKey(server, fake, email);
      }
      try (var server = PackagedServer.start(folder, settings(fake, NEW))) {
        assertAsksWithOwnKey(server, fake, email);
      }
      try (var server = PackagedServer.run(folder, settings(fake, OLD))) {
        assertThat(server.awaitExit(SOON)).isEqualTo(1);
        assertThat(server.output()).anyMatch(line -> line.contains("needs the master key new"));
      }
      assertNoFileHasTheKey();
    }
  }

  @Test
  void makesAnAccountAnAdministratorsWhileTheServerRuns() throws Exception {
    try (var server = PackagedServer.start(folder, Map.of())) {
      var member = server.client().signUp();
      var email = String.valueOf(member.email());
      assertThat(run(Map.of(), "admin", "add", "nobody@example.com"))
          .isEqualTo(
              new Done(1, List.of("There is no account with the address nobody@example.com.")));

      assertThat(run(Map.of(), "admin", "add", email).status).isZero();
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> member.get("/account").status() == 401);
      var again = server.client().signIn(email, Client.PASSWORD);
      assertThat(again.get("/account").expect(200).text("role")).isEqualTo("admin");

      assertThat(run(Map.of(), "admin", "add", email))
          .isEqualTo(new Done(0, List.of(email + " is an administrator already.")));
      assertThat(again.get("/account").status()).as("still signed in").isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin add a@example.com", "keys rotate"})
  void makesNoDatabaseWhereThereIsNone(String words) throws Exception {
    var done = run(Map.of(), words.split(" "));

    assertThat(done.status).isEqualTo(1);
    assertThat(done.lines)
        .containsExactly("There is no database here yet.", "What to do: Start the server once.");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "keys", "keys nonsense", "keys rotate --all", "admin add"})
  void saysSoWhereNobodyKnowsWhatWasMeant(String words) throws Exception {
    assertThat(run(Map.of(), words.split(" ")).status).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "serve --help", "keys rotate --help", "admin add --help"})
  void explainsItself(String words) throws Exception {
    var done = run(Map.of(), words.split(" "));

    assertThat(done.status).isZero();
    assertThat(done.lines.getFirst()).startsWith("Usage: parley");
  }

  @Test
  void saysWhichVersionItIs() throws Exception {
    var done = run(Map.of(), "--version");
    assertThat(done.status).isZero();
    assertThat(done.lines).singleElement().asString().matches("Parley \\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void servesWithSettingsAsWell() {
    try (var server =
        PackagedServer.start(folder, Map.of(), "serve", "--parley.data.folder=elsewhere")) {
      server.client().get("/health/ready").expect(200);
      assertThat(folder.resolve("elsewhere/parley.db")).exists();
    }
  }

  private Done run(Map<String, String> settings, String... words) throws InterruptedException {
    try (var command = PackagedServer.run(folder, settings, words)) {
      return new Done(command.awaitExit(SOON), command.output());
    }
  }

  private static Map<String, String> settings(FakeModel fake, String keys) {
    var settings = new TreeMap<>(PackagedServer.asking(fake));
    settings.put("PARLEY_MASTER_KEYS", keys);
    return settings;
  }

  private static void storeKey(Client member) {
    var body = "{\"api_key\":\"%s\"}".formatted(OWN);
    member.send("PUT", "/account/api-key", body, Map.of()).expect(200);
  }

  private static void assertAsksWithOwnKey(PackagedServer server, FakeModel fake, String email)
      throws InterruptedException {
    var member = server.client().signIn(email, Client.PASSWORD);
    fake.reset();
    member.ask(member.conversation(), "say-1-0", "Hello").expect(200);
    assertThat(fake.awaitCall("say-1-0", SOON).bearer()).isEqualTo(OWN);
  }

  private void assertNoFileHasTheKey() throws IOException {
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain("plover"));
    }
  }
}
