package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.FakeModel;
import dev.parley.testing.ImpatientServer;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// All that a model service can do wrong, and what becomes of it: for whoever waits for the whole,
/// for whoever reads along, and in the database.
@Keeps({
  "model.failing",
  "model.retries",
  "model.key.server",
  "model.refusing",
  "model.silent",
  "model.garbage",
  "model.redirects",
  "model.bounds",
  "model.cut"
})
class MisbehaviourHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final TestServer SERVER = ImpatientServer.shared();
  private static final Client MEMBER = SERVER.member();

  private final FakeModel model = SERVER.model();

  /// @param status of the answer that is waited for whole
  /// @param code of that answer, and of the event at the end of the stream
  /// @param text what is kept
  /// @param calls how often the model is asked
  record Wrong(String model, int status, String code, String text, int calls) {}

  static Stream<Arguments> wrongs() {
    return Stream.of(
        wrong("refuse-after-accept", 502, "model_unreachable", "", 2),
        wrong("status-500", 502, "model_error", "", 2),
        wrong("status-502", 502, "model_error", "", 2),
        wrong("status-503-9", 502, "model_error", "", 2),
        wrong("flaky-2-500", 502, "model_error", "", 2),
        wrong("status-400", 422, "model_refused", "", 1),
        wrong("status-401", 502, "model_misconfigured", "", 1),
        wrong("status-403", 502, "model_misconfigured", "", 1),
        wrong("status-404", 422, "model_unknown", "", 1),
        wrong("unheard-of", 422, "model_unknown", "", 1),
        wrong("context-too-long", 422, "model_context_too_long", "", 1),
        wrong("status-408", 504, "model_timeout", "", 1),
        wrong("status-429", 429, "model_rate_limited", "", 1),
        wrong("quota-exhausted", 429, "model_rate_limited", "", 1),
        wrong("redirect", 502, "model_protocol_error", "", 1),
        wrong("redirect-301", 502, "model_protocol_error", "", 1),
        wrong("redirect-307", 502, "model_protocol_error", "", 1),
        wrong("redirect-308", 502, "model_protocol_error", "", 1),
        wrong("html", 502, "model_protocol_error", "", 1),
        wrong("json-instead", 502, "model_protocol_error", "", 1),
        wrong("garbage-3", 502, "model_protocol_error", "w0 w1 w2 ", 1),
        wrong("badjson-0", 502, "model_protocol_error", "", 1),
        wrong("badjson-3", 502, "model_protocol_error", "w0 w1 w2 ", 1),
        wrong("badutf8-3", 502, "model_protocol_error", "w0 w1 w2 ", 1),
        wrong("error-chunk-0", 502, "model_error", "", 1),
        wrong("error-chunk-3", 502, "model_error", "w0 w1 w2 ", 1),
        wrong("eof-0", 502, "model_protocol_error", "", 1),
        wrong("eof-3", 502, "model_protocol_error", "w0 w1 w2 ", 1),
        wrong("rst-3", 502, "model_protocol_error", "w0 w1 w2 ", 1),
        wrong("nodone-3", 502, "model_protocol_error", "w0 w1 w2 ", 1),
        wrong("nofinish-3", 502, "model_protocol_error", "w0 w1 w2 ", 1),
        wrong("huge-line", 502, "model_protocol_error", "", 1),
        wrong("endless-line", 502, "model_protocol_error", "", 1),
        wrong("gigabytes", 502, "model_protocol_error", "x".repeat(ImpatientServer.LARGEST), 1),
        wrong("length-3", 502, "model_length_limit", "w0 w1 w2 ", 1),
        wrong("filter-3", 502, "model_content_filter", "w0 w1 w2 ", 1),
        wrong("silent", 504, "model_timeout", "", 1),
        wrong("stall-3", 504, "model_timeout", "w0 w1 w2 ", 1));
  }

  @BeforeEach
  void isWellBefore() {
    MEMBER.ask(MEMBER.conversation(), "say-1-0", "Hello").expect(200);
    model.reset();
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void isTheAnswerToWhoeverWaitsForTheWhole(Wrong wrong) throws InterruptedException {
    var conversation = MEMBER.conversation();
    var response = MEMBER.ask(conversation, wrong.model, "Hello");

    response.expectProblem(wrong.status, wrong.code);
    assertThat(response.text("detail")).isNotBlank();
    assertThat(response.raw()).doesNotContain("sk-");
    assertKept(wrong, stored(conversation));
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void isTheEndOfWhatOthersReadAlong(Wrong wrong) throws InterruptedException {
    try (var answer = OpenAnswer.of(MEMBER, wrong.model)) {
      var transcript = answer.whole();
      var end = transcript.end();

      assertThat(answer.stream().status()).isEqualTo(200);
      assertThat(end.name()).isEqualTo("message.failed");
      assertThat(end.json().path("code").stringValue()).isEqualTo(wrong.code);
      assertThat(end.json().path("detail").stringValue()).isNotBlank();
      assertThat(end.json().path("message")).isEqualTo(stored(answer.conversation()));
      assertThat(transcript.text()).isEqualTo(wrong.text);
      assertThat(end.data()).doesNotContain("sk-");
      assertKept(wrong, answer.stored());
    }
  }

  private void assertKept(Wrong wrong, JsonNode answer) throws InterruptedException {
    assertThat(answer.path("status").stringValue()).isEqualTo("failed");
    assertThat(answer.path("content").stringValue()).isEqualTo(wrong.text);
    assertThat(answer.at("/error/code").stringValue()).isEqualTo(wrong.code);
    assertThat(answer.toString()).doesNotContain("sk-");
    assertThat(model.calls(wrong.model)).hasSize(wrong.calls);
    assertThat(model.strayRequests()).as("redirects followed").isEmpty();
    for (var call : model.calls(wrong.model)) {
      assertThat(call.isAnswered() || call.awaitClosed(SOON)).as("nothing left open").isTrue();
    }
  }

  /// The answer in a conversation that has one question.
  private static JsonNode stored(String conversation) {
    var messages = MEMBER.get("/conversations/%s/messages".formatted(conversation)).body();
    assertThat(messages.path("data")).hasSize(2);
    assertThat(messages.at("/data/0/content").stringValue()).isEqualTo("Hello");
    return messages.at("/data/1");
  }

  private static Arguments wrong(String model, int status, String code, String text, int calls) {
    return argumentSet(model, new Wrong(model, status, code, text, calls));
  }
}
