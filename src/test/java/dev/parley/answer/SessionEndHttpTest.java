package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Event;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What is open to a session when it ends. No stream outlives it by five seconds.
@Keeps("token.dead")
class SessionEndHttpTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final TestServer server = TestServer.shared();
  private final OpenStreams streams = server.bean(OpenStreams.class);
  private final Client phone = server.member();
  private final Client laptop = phone.signInAgain();

  @Test
  void endsTheStreamAndNotTheAnswer() throws InterruptedException {
    var model = GatedModel.of(server, 3);
    try (var answer = OpenAnswer.of(phone, model);
        var other = laptop.resume(answer.id(), 0)) {
      model.release(1);
      answer.nextText(model.text(1).length());
      phone.logOut();

      var end = AnswerTranscript.resumedAt(model.text(1).length(), answer.stream().readToEnd(SOON));
      assertThat(end.text()).isEmpty();
      expectEnded(end.end());
      model.release(2);
      var whole = AnswerTranscript.resumedAt(0, other.readToEnd(SOON));
      assertThat(whole.end().name()).isEqualTo("message.completed");
      assertThat(whole.text()).isEqualTo(model.text());
    }
  }

  @Test
  void endsAReaderThatHasHeardNothingYet() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    try (var answer = OpenAnswer.of(laptop, model);
        var reader = phone.resume(answer.id(), 0)) {
      reader.nextComment(SOON);
      phone.logOut();

      expectEnded(AnswerTranscript.resumedAt(0, reader.readToEnd(SOON)).end());
      model.release(1);
    }
  }

  @Test
  void refusesWhoeverWaitsForTheWholeAnswer() throws Exception {
    var model = GatedModel.of(server, 1);
    var conversation = phone.conversation();
    var waiting = CompletableFuture.supplyAsync(() -> phone.ask(conversation, model.name(), "Hi"));
    model.call();
    phone.logOut();

    var refused = waiting.get().expectProblem(401, "session_ended");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    try (var feed = listen(laptop)) {
      model.release(1);
      await(feed, "message.completed");
    }
    var messages = laptop.get("/conversations/%s/messages".formatted(conversation)).expect(200);
    assertThat(messages.body().at("/data/1/status").stringValue()).isEqualTo("completed");
  }

  @Test
  void endsTheEventsOfTheAccount() throws InterruptedException {
    try (var ended = listen(phone);
        var open = listen(laptop)) {
      phone.logOut();

      var last = ended.readToEnd(SOON).getLast();
      assertThat(last.name()).isEqualTo("closed");
      assertThat(last.json().path("code").stringValue()).isEqualTo("session_ended");
      laptop.conversation();
      assertThat(open.next(SOON).name()).isEqualTo("conversation.created");
    }
  }

  @Test
  void endsTheStreamOfAnswersToQuestions() throws InterruptedException {
    var model = GatedModel.of(server, 2);
    try (var stream = EventStream.get(server.uri("/openai/stream"), phone.headers())) {
      stream.nextComment(SOON);
      var asked =
          CompletableFuture.supplyAsync(
              () ->
                  laptop.post(
                      "/openai/question", Map.of("question", "Hello", "model", model.name())));
      assertThat(stream.next(SOON).name()).isEqualTo("message.started");
      phone.logOut();

      expectEnded(stream.readToEnd(SOON).getLast());
      model.release(2);
      assertThat(asked.join().status()).isEqualTo(200);
    }
  }

  @Test
  void keepsNoPlaceForStreamsThatHaveEnded() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    try (var answer = OpenAnswer.of(phone, model);
        var feed = listen(phone);
        var left = phone.resume(answer.id(), 0)) {
      left.nextComment(SOON);
      assertThat(streams.count(phone.session())).isEqualTo(3);
      left.drop();
      feed.drop();
      model.release(1);
      answer.whole();
      awaitNone();
    }
  }

  private void awaitNone() {
    var deadline = System.nanoTime() + SOON.toNanos();
    while (streams.count(phone.session()) > 0) {
      assertThat(System.nanoTime())
          .as("%d are held", streams.count(phone.session()))
          .isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private EventStream listen(Client who) throws InterruptedException {
    var feed = EventStream.get(server.uri("/events"), who.headers());
    assertThat(feed.next(SOON).name()).isEqualTo("ready");
    return feed;
  }

  private static void await(EventStream feed, String event) throws InterruptedException {
    var next = feed.next(SOON);
    while (!next.name().equals(event)) {
      next = feed.next(SOON);
    }
  }

  private static void expectEnded(Event end) {
    assertThat(end.name()).isEqualTo("message.failed");
    assertThat(end.json().path("code").stringValue()).isEqualTo("session_ended");
    assertThat(end.json().path("message").isNull()).isTrue();
  }
}
