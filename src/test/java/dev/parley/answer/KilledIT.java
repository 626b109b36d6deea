package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.FakeModel;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.PackagedServer;
import dev.parley.testing.StoredAnswer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed in the middle of an answer, and the next one on the same data.
@TestInstance(Lifecycle.PER_CLASS)
class KilledIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final FakeModel fake = FakeModel.start();
  private final GatedModel model = GatedModel.of(fake, 30);

  /// What had been saved before, and what the client had read when it happened.
  private final String saved = model.text(10);

  private final String read = model.text(20);

  private final PackagedServer server;
  private final OpenAnswer answer;
  private final Client member;

  KilledIT(@TempDir Path folder) throws Exception {
    var settings = PackagedServer.asking(fake);
    try (var first = PackagedServer.start(folder, settings)) {
      var asker = first.client().signUp();
      answer = OpenAnswer.of(asker, model);
      var id = answer.id();
      model.release(10);
      await().atMost(SOON).until(() -> StoredAnswer.read(folder, id).saved().equals(saved));
      model.release(10);
      assertThat(answer.nextText(read.length())).isEqualTo(read);
      first.kill();
      server = PackagedServer.start(folder, settings);
      member = server.client().withToken(String.valueOf(asker.token()));
    }
  }

  @AfterAll
  void close() {
    server.close();
    fake.close();
  }

  @Test
  void cutsTheConnection() throws InterruptedException {
    assertThat(answer.stream().readToCut(SOON)).isEmpty();
  }

  @Keeps("killed.text")
  @Test
  void losesTheLastSecondAtMost() {
    var stored = member.get("/messages/" + answer.id()).expect(200).body();
    var text = stored.path("content").stringValue();

    assertThat(read).startsWith(text);
    assertThat(text).startsWith(saved);
    assertThat(stored.path("status").stringValue()).isEqualTo("interrupted");
    assertThat(stored.at("/error/code").stringValue()).isEqualTo("interrupted");
  }

  @Keeps({"killed.question", "killed.once"})
  @Test
  void keepsTheQuestionAndOneAnswer() {
    var messages = member.get("/conversations/%s/messages".formatted(answer.conversation()));

    assertThat(messages.expect(200).body().path("data"))
        .extracting(message -> message.path("role").stringValue())
        .containsExactly("user", "assistant");
  }

  @Keeps("killed.once")
  @Test
  void chargesForWhatWasWrittenAndHoldsNoMore() {
    var tokens = member.get("/account/usage").expect(200).body().at("/day/tokens");

    assertThat(tokens.path("used").longValue()).isPositive();
    assertThat(tokens.path("held").longValue()).isZero();
  }

  @Keeps("killed.resume")
  @Test
  void givesTheRestOfWhatWasSavedAndTheEnd() throws InterruptedException {
    for (var offset = 0; offset <= saved.length(); offset += 6) {
      try (var stream = member.resume(answer.id(), offset)) {
        var rest = AnswerTranscript.resumedAt(offset, stream.readToEnd(SOON));

        assertThat(read).startsWith(read.substring(0, offset) + rest.text());
        assertThat(rest.end().name()).isEqualTo("message.failed");
        assertThat(rest.end().json().path("code").stringValue()).isEqualTo("interrupted");
      }
    }
  }

  @Keeps("killed.resume")
  @Test
  void givesTheEndToWhoeverHasMoreThanWasSaved() throws InterruptedException {
    try (var stream = member.resume(answer.id(), model.text().length())) {
      assertThat(stream.readToEnd(SOON))
          .singleElement()
          .satisfies(end -> assertThat(end.name()).isEqualTo("message.failed"));
    }
  }

  @Test
  void takesTheNextQuestion() {
    var next = member.ask(answer.conversation(), "say-1-0", "Go on.").expect(200).body();

    assertThat(next.at("/message/content").stringValue()).isEqualTo("w0 ");
    assertThat(next.at("/context/messages").intValue()).isEqualTo(2);
  }
}
