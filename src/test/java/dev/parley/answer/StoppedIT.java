package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.FakeModel;
import dev.parley.testing.GatedModel;
import dev.parley.testing.IdleStream;
import dev.parley.testing.Keeps;
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
  private static final Duration A_WHILE = Duration.ofSeconds(30);
  private static final String PATIENCE = "--parley.answer.shutdown-patience=1s";
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

  @Keeps("stopped.refuses")
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

  @Keeps("stopped.saves")
  @Test
  void endsAndSavesWhatTakesTooLong() throws Exception {
    // The web server's own patience is another, and counts from then on.
    var impatience = "--spring.lifecycle.timeout-per-shutdown-phase=100ms";
    try (var server = PackagedServer.start(folder, settings, PATIENCE, impatience)) {
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
  void waitsForNobodyWhoDoesNotRead() throws Exception {
    var limit = "--parley.model.largest-answer=6MB";
    try (var server = PackagedServer.start(folder, settings, PATIENCE, limit)) {
      var member = server.client().signUp();
      try (var answer = OpenAnswer.of(member, "gigabytes")) {
        answer.stream().readToEnd(A_WHILE);
        var address = server.uri("/messages/%s/stream".formatted(answer.id()));
        try (var _ = new IdleStream(address, member.headers())) {
          member.get("/health/live").expect(200);
          server.terminate();

          assertThat(server.awaitExit(SOON)).isZero();
        }
      }
    }
  }

  @Keeps("stopped.now")
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
