package dev.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.PackagedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The record of the packaged program, and its commands.
class RecordIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String TEXT = "Which owl hunts by day?";

  private final Path folder;

  RecordIT(@TempDir Path folder) {
    this.folder = folder;
  }

  /// What a command said, and its status.
  private record Done(int status, List<String> lines) {}

  @Test
  void isShownExportedAndVerifiedBesideAServerThatRuns() throws Exception {
    try (var server = PackagedServer.start(folder, Map.of())) {
      var member = server.client().signUp();
      var question = ask(member, TEXT);
      run("admin", "add", String.valueOf(member.email()));

      assertWhole(run("audit", "verify"));
      assertThat(run("audit", "show", "--subject", question).lines)
          .singleElement()
          .asString()
          .contains("question_asked", question);
      assertThat(run("audit", "show", "--kind", "rights_changed").lines)
          .singleElement()
          .asString()
          .contains("by - on user_", ": admin");
      assertThat(run("audit", "export").lines)
          .anyMatch(line -> line.startsWith("{") && line.contains("\"question_asked\""))
          .noneMatch(line -> line.contains("owl hunts"));
    }
  }

  @Test
  void provesATextThatSomebodyHasKept() throws Exception {
    var kept = Files.writeString(folder.resolve("kept.txt"), TEXT);
    var other = Files.writeString(folder.resolve("other.txt"), TEXT + "!");
    try (var server = PackagedServer.start(folder, Map.of())) {
      var member = server.client().signUp();
      var question = ask(member, TEXT);
      member
          .send("DELETE", "/account", "{\"password\":\"%s\"}".formatted(Client.PASSWORD), Map.of())
          .expect(200);

      var proved = run("audit", "prove", kept.toString());
      assertThat(proved.status).isZero();
      assertThat(proved.lines).singleElement().asString().contains("question_asked", question);
      assertThat(run("audit", "prove", other.toString()).status).isEqualTo(1);
    }
  }

  @Test
  void isWholeAfterTheProgramWasKilledInTheMiddle() throws Exception {
    try (var server = PackagedServer.start(folder, Map.of())) {
      var busy = new CountDownLatch(20);
      for (var member = 0; member < 4; member++) {
        Thread.ofVirtual().start(() -> askOn(server.client().signUp(), busy));
      }
      busy.await();
      server.kill();
    }
    assertWhole(run("audit", "verify"));
    try (var server = PackagedServer.start(folder, Map.of())) {
      ask(server.client().signUp(), TEXT);
      server.terminate();
      assertThat(server.awaitExit(SOON)).isZero();
    }
    assertWhole(run("audit", "verify"));
  }

  @Keeps("audit.found")
  @Test
  void isNotWholeOnceSomebodyWroteIntoTheDatabase() throws Exception {
    try (var server = PackagedServer.start(folder, Map.of())) {
      ask(server.client().signUp(), TEXT);
      server.terminate();
      assertThat(server.awaitExit(SOON)).isZero();
    }
    var whole = run("audit", "verify");
    assertWhole(whole);
    assertThat(Files.readString(folder.resolve("data/audit.anchor")))
        .as("the last segment is known beside the database, too")
        .isEqualToIgnoringWhitespace(whole.lines.getLast().replaceFirst(".* ", ""));

    write("DELETE FROM audit_events WHERE kind = 'question_asked'");
    var broken = run("audit", "verify");
    assertThat(broken.status).isEqualTo(1);
    assertThat(broken.lines).anyMatch(line -> line.matches("Not whole: event \\S+ was removed."));
  }

  @Test
  void isKnownToHaveBeenLonger() throws Exception {
    try (var server = PackagedServer.start(folder, Map.of())) {
      ask(server.client().signUp(), TEXT);
      server.terminate();
      assertThat(server.awaitExit(SOON)).isZero();
    }
    write("DELETE FROM audit_events");
    write("DELETE FROM audit_segments");
    write("DELETE FROM audit_head");
    write("DELETE FROM audit_keys");

    try (var server = PackagedServer.start(folder, Map.of())) {
      assertThat(server.output()).anyMatch(line -> line.contains("The record was cut off"));
      server.terminate();
      assertThat(server.awaitExit(SOON)).isZero();
    }
    assertThat(run("audit", "verify").lines)
        .anyMatch(line -> line.contains("the server itself found"));
  }

  @Test
  void refusesASegmentThatIsNone() throws Exception {
    assertThat(run("audit", "verify", "--kept", "nonsense").status).isEqualTo(2);
  }

  private static void assertWhole(Done done) {
    assertThat(done.lines).last().asString().startsWith("The record is whole.");
    assertThat(done.status).isZero();
  }

  private static String ask(Client member, String content) {
    return member
        .ask(member.conversation(), "gpt-4o-mini", content)
        .expect(200)
        .body()
        .at("/user_message/id")
        .stringValue();
  }

  /// Makes conversations until the server is gone.
  private static void askOn(Client member, CountDownLatch busy) {
    try {
      while (true) {
        member.conversation();
        member.post("/conversations", "{}").expect(201);
        member.get("/account/export").expect(200);
        busy.countDown();
      }
    } catch (RuntimeException e) {
      // It was killed.
    }
  }

  private void write(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/parley.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private Done run(String... words) throws InterruptedException, IOException {
    try (var command = PackagedServer.run(folder, Map.of(), words)) {
      return new Done(command.awaitExit(SOON), command.output());
    }
  }
}
