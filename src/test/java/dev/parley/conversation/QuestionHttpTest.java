package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QuestionHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String[] MESSAGE = {
    "id",
    "conversation_id",
    "parent_id",
    "role",
    "is_user",
    "content",
    "status",
    "model",
    "usage",
    "created_at",
    "error"
  };

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  private final Talk talk = Talk.start(MEMBER);

  @Test
  void comesBackWithItsAnswer() {
    var body = talk.post("{'content':'Hello','model':'say-2-0'}").expect(200).body();
    assertThat(body.propertyNames())
        .containsExactlyInAnyOrder("user_message", "message", "context");
    isQuestion(body.get("user_message"), "Hello");
    var answer = body.get("message");
    isAnswer(answer, "completed", body.at("/user_message/id"));
    assertThat(answer.get("content").stringValue()).isEqualTo("w0 w1 ");
    assertThat(answer.get("model").stringValue()).isEqualTo("say-2-0");
    assertThat(answer.get("usage").propertyNames())
        .containsExactlyInAnyOrder("input_tokens", "output_tokens");
    assertThat(answer.at("/usage/input_tokens").isInt()).isTrue();
    assertThat(answer.at("/usage/output_tokens").intValue()).isEqualTo(2);
    assertThat(answer.get("error").isNull()).isTrue();
    assertThat(body.get("context").propertyNames())
        .containsExactlyInAnyOrder("messages", "left_out", "estimated_tokens");
  }

  @Test
  void isStoredAsItCameBack() {
    var exchange = talk.ask("Hello");
    assertThat(talk.branch()).containsExactly(exchange.question(), exchange.answer());
    assertThat(message(exchange.questionId())).isEqualTo(exchange.question());
    assertThat(message(exchange.answerId())).isEqualTo(exchange.answer());
  }

  @Test
  void isShownBeforeItsAnswerIsWritten() throws InterruptedException {
    try (var stream = MEMBER.askStreaming(talk.id(), "gated-1", "Hello")) {
      var started = stream.next(SOON);
      assertThat(started.name()).isEqualTo("message.started");
      var body = started.json();
      assertThat(body.propertyNames())
          .containsExactlyInAnyOrder("conversation_id", "user_message", "message", "context");
      assertThat(body.get("conversation_id").stringValue()).isEqualTo(talk.id());
      isQuestion(body.get("user_message"), "Hello");
      var answer = body.get("message");
      isAnswer(answer, "in_progress", body.at("/user_message/id"));
      assertThat(answer.get("content").stringValue()).isEmpty();
      assertThat(answer.get("usage").isNull()).isTrue();
      assertThat(talk.branch()).containsExactly(body.get("user_message"), answer);
      SERVER.model().release("gated-1", 1);
      stream.readToEnd(SOON);
    }
  }

  @Test
  void staysWithAnAnswerThatFailed() {
    var refused = talk.post("{'content':'Hello','model':'status-500'}");
    assertThat(refused.status()).isEqualTo(502);
    var messages = talk.branch();
    assertThat(messages).hasSize(2);
    isQuestion(messages.getFirst(), "Hello");
    var answer = messages.getLast();
    isAnswer(answer, "failed", messages.getFirst().get("id"));
    assertThat(answer.get("usage").isNull()).isTrue();
    assertThat(answer.get("error").propertyNames()).containsExactlyInAnyOrder("code", "detail");
    assertThat(answer.at("/error/code").stringValue()).isEqualTo(refused.text("code"));
  }

  @Test
  void countsInItsConversation() {
    var before = Instant.parse(talk.conversation().get("updated_at").stringValue());
    talk.ask("Hello");
    talk.ask("Hello again");
    var conversation = talk.conversation();
    assertThat(conversation.get("message_count").intValue()).isEqualTo(4);
    assertThat(Instant.parse(conversation.get("updated_at").stringValue()))
        .isBetween(before, Instant.now());
  }

  @Test
  void hasAnIdThatSortsByCreation() {
    var first = talk.ask("Hello");
    var second = talk.ask("Hello");
    assertThat(first.questionId()).isLessThan(second.questionId());
    assertThat(first.answerId()).isLessThan(second.answerId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "['x']", "{'x':'y'}"})
  void needsTextForContent(String value) {
    talk.post("{'content':%s}".formatted(value)).expectInvalid("content");
    talk.post("{}").expectInvalid("content");
    talk.post("{'content':null}").expectInvalid("content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'true'", "1", "[]", "'yes'"})
  void refusesAnythingButTrueAndFalseForStream(String value) {
    talk.post("{'content':'Hello','stream':%s}".formatted(value)).expectInvalid("stream");
  }

  @ParameterizedTest
  @ValueSource(strings = {"role", "status", "user_id", "conversation_id", "is_user", "id", "usage"})
  void refusesAFieldThatItDoesNotKnow(String field) {
    talk.post("{'content':'Hello','%s':'x'}".formatted(field)).expectInvalid(field);
    assertThat(talk.all()).isEmpty();
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    talk.send(Map.of("content", " ", "model", "", "parent_id", 7))
        .expectInvalid("content", "model", "parent_id");
  }

  private JsonNode message(String id) {
    return MEMBER.get("/messages/" + id).expect(200).body();
  }

  private void isQuestion(JsonNode message, String content) {
    isMessage(message);
    assertThat(message.get("parent_id").isNull()).isTrue();
    assertThat(message.get("role").stringValue()).isEqualTo("user");
    assertThat(message.get("is_user").booleanValue()).isTrue();
    assertThat(message.get("content").stringValue()).isEqualTo(content);
    assertThat(message.get("status").stringValue()).isEqualTo("completed");
    assertThat(message.get("model").isNull()).isTrue();
    assertThat(message.get("usage").isNull()).isTrue();
    assertThat(message.get("error").isNull()).isTrue();
  }

  private void isAnswer(JsonNode message, String status, JsonNode questionId) {
    isMessage(message);
    assertThat(message.get("parent_id")).isEqualTo(questionId);
    assertThat(message.get("role").stringValue()).isEqualTo("assistant");
    assertThat(message.get("is_user").booleanValue()).isFalse();
    assertThat(message.get("status").stringValue()).isEqualTo(status);
  }

  private void isMessage(JsonNode message) {
    assertThat(message.propertyNames()).containsExactlyInAnyOrder(MESSAGE);
    assertThat(message.get("id").stringValue()).matches("msg_[0-9a-z]{26}");
    assertThat(message.get("conversation_id").stringValue()).isEqualTo(talk.id());
    assertThat(Instant.parse(message.get("created_at").stringValue()))
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
  }
}
