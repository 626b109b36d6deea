package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Contract
class StopHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void endsTheAnswerForEveryReaderAndAtTheModel() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    try (var answer = OpenAnswer.of(member, model);
        var second = answer.resume(0)) {
      model.release(2);
      assertThat(answer.nextText(6)).isEqualTo("w0 w1 ");
      var stopped = answer.stop().expect(200).body();

      assertThat(model.call().awaitClosed(A_SECOND)).as("closed at the model").isTrue();
      assertThat(stopped.path("status").stringValue()).isEqualTo("stopped");
      assertThat(stopped.path("content").stringValue()).isEqualTo("w0 w1 ");
      var end = AnswerTranscript.resumedAt(6, answer.stream().readToEnd(A_SECOND)).end();
      assertThat(end.name()).isEqualTo("message.stopped");
      assertThat(end.json().path("message")).isEqualTo(stopped).isEqualTo(answer.stored());
      assertThat(AnswerTranscript.resumedAt(0, second.readToEnd(A_SECOND)).end()).isEqualTo(end);
      assertThat(answer.readFrom(3).text()).isEqualTo("w1 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "stall-0"})
  void endsAnAnswerThatHasNoTextYet(String model) throws InterruptedException {
    try (var answer = OpenAnswer.of(member, model)) {
      var call = server.model().awaitCalls(model, 1, SOON).getLast();
      answer.stop().expect(200);

      assertThat(call.awaitClosed(A_SECOND)).isTrue();
      var whole = answer.whole();
      assertThat(whole.end().name()).isEqualTo("message.stopped");
      assertThat(whole.text()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"say-3-0", "eof-3", "status-404"})
  void leavesAnAnswerThatHasEndedAsItIs(String model) throws InterruptedException {
    try (var answer = OpenAnswer.of(member, model)) {
      var end = answer.whole().end().json().path("message");

      assertThat(answer.stop().expect(200).body()).isEqualTo(end);
      assertThat(answer.stored()).isEqualTo(end);
    }
  }

  @Test
  void isDoneOnceHoweverOftenItIsAskedFor() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(1);
      answer.nextText();
      var first = answer.stop().expect(200).body();
      assertThat(answer.stop().expect(200).body()).isEqualTo(first);
      assertThat(answer.rest(3).end().json().path("message")).isEqualTo(first);
    }
  }

  @Test
  void endsAnAnswerThatIsWaitedForWhole() throws Exception {
    var model = GatedModel.of(server, 9);
    var conversation = member.conversation();
    var waiting =
        CompletableFuture.supplyAsync(() -> member.ask(conversation, model.name(), "Hello"));
    model.release(2);
    model.call();
    var message = lastMessage(conversation);
    try (var reader = member.resume(message, 0)) {
      assertThat(reader.next(SOON).offset()).isPositive();
      member.post("/messages/%s/stop".formatted(message), "").expect(200);
    }

    var whole = waiting.get(1, TimeUnit.SECONDS).expect(200).body().path("message");
    assertThat(whole.path("status").stringValue()).isEqualTo("stopped");
  }

  @Test
  void freesTheConversationForTheNextQuestion() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    try (var answer = OpenAnswer.of(member, model)) {
      assertThat(again(answer).status()).isEqualTo(409);
      answer.stop().expect(200);

      again(answer).expect(200);
    }
  }

  @Test
  void stopsNothingOfSomebodyElses() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    try (var answer = OpenAnswer.of(member, model)) {
      server.member().post("/messages/%s/stop".formatted(answer.id()), "").expect(404);
      model.release(1);

      assertThat(answer.whole().end().name()).isEqualTo("message.completed");
    }
  }

  private Response again(OpenAnswer answer) {
    return member.ask(answer.conversation(), "say-1-0", "And now?");
  }

  private String lastMessage(String conversation) {
    var messages = member.get("/conversations/%s/messages".formatted(conversation)).body();
    return messages.path("data").path(1).path("id").stringValue();
  }
}
