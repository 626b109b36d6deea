package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.FakeModel;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.PackagedServer;
import dev.parley.testing.Response;
import dev.parley.testing.StoredAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is told to stop (SIGTERM) while answers are being written.
class StoppedIT {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private final FakeModel fake = FakeModel.start();
  private final Map<String, String> settings = PackagedServer.asking(fake);
  private final GatedModel model = GatedModel.of(fake, 5);
  private final Path folder;

  StoppedIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void letsAnswersEndAndTakesNoNewOnes() throws Exception {
    try (var server = PackagedServer.start(folder, settings)) {
      var member = server.client().signUp();
      try (var feed = EventStream.get(server.uri("/events"), member.headers());
          var answer = OpenAnswer.of(member, model)) {
        model.release(1);
        answer.nextText();
        server.terminate();
        await().atMost(AT_ONCE).until(() -> member.get("/health/ready").status() == 503);

        member.get("/health/live").expect(200);
        member.ask(member.conversation(), "say-1-0", "Hello").expectProblem(503, "server_shutdown");
        member.get("/conversations").expect(200);
        assertThat(fake.count("say-1-0")).isZero();
        model.release(4);
        assertThat(answer.rest(3).end().name()).isEqualTo("message.completed");
        assertThat(feed.readToEnd(SOON)).isNotEmpty();
        assertThat(server.awaitExit(SOON)).isZero();
        assertThat(stored(answer).content()).isEqualTo(model.text());
      }
    }
  }

  @Test
  void endsAndSavesWhatTakesTooLong() throws Exception {
    try (var server =
        PackagedServer.start(folder, settings, "--parley.answer.shutdown-patience=1s")) {
      var member = server.client().signUp();
      var waiting = askForTheWhole(member);
      try (var answer = OpenAnswer.of(member, model)) {
        model.release(2);
        answer.nextText(6);
        server.terminate();

        var end = answer.rest(6).end();
        assertThat(end.name()).isEqualTo("message.failed");
        assertThat(end.json().path("code").stringValue()).isEqualTo("server_shutdown");
        waiting.get().expectProblem(503, "server_shutdown");
        assertThat(server.awaitExit(SOON)).isZero();
        assertThat(stored(answer))
            .isEqualTo(new StoredAnswer("failed", "w0 w1 ", "server_shutdown", ""));
      }
    }
  }

  @Test
  void endsAtOnceWhenToldOnceMoreAndHasSavedToTheLast() throws Exception {
    try (var server = PackagedServer.start(folder, settings)) {
      var member = server.client().signUp();
      try (var answer = OpenAnswer.of(member, model)) {
        server.terminate();
        await().atMost(AT_ONCE).until(() -> member.get("/health/ready").status() == 503);
        model.release(3);
        await().atMost(SOON).until(() -> stored(answer).saved().equals(model.text(3)));
        server.terminate();

        assertThat(server.awaitExit(AT_ONCE)).isEqualTo(143);
        assertThat(stored(answer))
            .isEqualTo(new StoredAnswer("in_progress", "", null, model.text(3)));
      }
    }
  }

  private CompletableFuture<Response> askForTheWhole(Client member) {
    var conversation = member.conversation();
    return CompletableFuture.supplyAsync(() -> member.ask(conversation, "silent", "Hello"));
  }

  private StoredAnswer stored(OpenAnswer answer) throws Exception {
    return StoredAnswer.read(folder, answer.id());
  }
}
