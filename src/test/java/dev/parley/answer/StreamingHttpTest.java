package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.Script;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration NOW = Duration.ofMillis(50);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void beginsBeforeTheModelHasSaidAnything() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "slow-first-3600")) {
      assertThat(answer.started().name()).isEqualTo("message.started");
      assertThat(answer.started().offset()).isZero();
      assertThat(server.model().awaitCall("slow-first-3600", SOON).isAnswered()).isFalse();
      answer.stop().expect(200);
    }
  }

  @Test
  void sendsItsHeadBeforeTheFirstEvent() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    try (var answer = OpenAnswer.of(member, model);
        var stream = answer.resume(0)) {
      assertThat(stream.awaitHeaders(SOON)).isTrue();
      assertThatThrownBy(() -> stream.next(NOW)).hasMessageContaining("no event within");

      model.release(1);
      assertThat(AnswerTranscript.resumedAt(0, stream.readToEnd(SOON)).text())
          .isEqualTo(model.text());
    }
  }

  @Test
  void sendsEachPieceAtOnce() throws InterruptedException {
    var model = GatedModel.of(server, 3);
    try (var answer = OpenAnswer.of(member, model)) {
      for (var piece : Script.words(3).pieces()) {
        assertThatThrownBy(() -> answer.stream().next(NOW)).hasMessageContaining("no event within");
        model.release(1);
        assertThat(answer.nextText()).isEqualTo(piece);
      }
      assertThat(answer.rest(model.text().length()).end().name()).isEqualTo("message.completed");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsProxiesToLeaveItAlone(boolean asking) throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-3-0")) {
      answer.whole();
      try (var stream = asking ? answer.stream() : answer.resume(0)) {
        var headers = stream.headers();

        assertThat(stream.status()).isEqualTo(200);
        assertThat(headers.firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(headers.firstValue("Content-Encoding")).isEmpty();
        assertThat(headers.firstValue("X-Request-Id")).isPresent();
      }
    }
  }

  @Test
  void tellsWhatIsBeingAnswered() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-3-0")) {
      var started = answer.started().json();

      assertThat(started.path("conversation_id").stringValue()).isEqualTo(answer.conversation());
      var question = started.path("user_message");
      assertThat(question.path("content").stringValue()).isEqualTo("Hello");
      assertThat(question.path("role").stringValue()).isEqualTo("user");
      var message = started.path("message");
      assertThat(message.path("status").stringValue()).isEqualTo("in_progress");
      assertThat(message.path("parent_id")).isEqualTo(question.path("id"));
      assertThat(message.path("model").stringValue()).isEqualTo("say-3-0");
      assertThat(started.path("context").path("messages").intValue()).isZero();
      answer.whole();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"say-0-0", "say-1-0", "say-500-0", "emoji-100-0", "say-5-20"})
  void endsOnceWithAllThatWasSaid(String model) throws InterruptedException {
    try (var answer = OpenAnswer.of(member, model)) {
      var transcript = answer.whole();

      var end = transcript.end().json().path("message");
      assertThat(transcript.end().name()).isEqualTo("message.completed");
      assertThat(end).isEqualTo(answer.stored());
      assertThat(end.path("content").stringValue()).isEqualTo(transcript.text());
      assertThat(end.path("error").isNull()).isTrue();
    }
  }

  @Test
  void tellsWhatItCost() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-7-0")) {
      var usage = answer.whole().end().json().path("message").path("usage");

      // The fake counts ten tokens for each message, and one for each piece.
      assertThat(usage.path("input_tokens").intValue()).isEqualTo(10);
      assertThat(usage.path("output_tokens").intValue()).isEqualTo(7);
    }
  }

  @Test
  void streamsForWhoeverAcceptsOnlyThat() throws InterruptedException {
    var conversation = member.conversation();
    var answer =
        member.send(
            "POST",
            "/conversations/%s/messages".formatted(conversation),
            "{\"content\":\"Hello\",\"model\":\"say-3-0\"}",
            Map.of("Accept", "text/event-stream"));

    assertThat(answer.expect(200).header("Content-Type")).startsWith("text/event-stream");
    assertThat(answer.raw()).contains("event: message.completed");
  }
}
