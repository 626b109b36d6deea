package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.Event;
import dev.parley.testing.EventStream;
import dev.parley.testing.FakeModel;
import dev.parley.testing.ImpatientServer;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// All that a model service can do wrong, and what OpenAI's clients hear of it.
@Keeps({"model.failing", "model.retries", "model.silent", "model.garbage"})
class ModelFaultsHttpTest {

  private static final String PATH = "/v1/chat/completions";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final TestServer SERVER = ImpatientServer.shared();
  private static final Client MEMBER = SERVER.member();

  private final FakeModel model = SERVER.model();

  /// @param status where the answer has not begun
  /// @param text what came before, as a stream
  /// @param calls how often the model is asked
  record Fault(String model, int status, String code, String text, int calls) {

    /// Whether the model may have worked on it, so that asking again may be paid again.
    boolean mayHaveCost() {
      return code.equals("model_protocol_error") || code.equals("model_timeout");
    }
  }

  /// Those that come before an answer, however it is wanted.
  static Stream<Arguments> refusals() {
    return Stream.of(
        fault("status-500", 502, "model_error", "", 2),
        fault("status-503-9", 502, "model_error", "", 2),
        fault("flaky-2-500", 502, "model_error", "", 2),
        fault("status-400", 422, "model_refused", "", 1),
        fault("status-401", 502, "model_misconfigured", "", 1),
        fault("status-403", 502, "model_misconfigured", "", 1),
        fault("status-404", 422, "model_not_found", "", 1),
        fault("unheard-of", 422, "model_not_found", "", 1),
        fault("context-too-long", 422, "context_length_exceeded", "", 1),
        fault("status-408", 504, "model_timeout", "", 1),
        fault("status-429", 429, "model_rate_limited", "", 1),
        fault("quota-exhausted", 429, "model_rate_limited", "", 1),
        fault("redirect", 502, "model_protocol_error", "", 1),
        fault("redirect-308", 502, "model_protocol_error", "", 1),
        fault("html", 502, "model_protocol_error", "", 1),
        fault("silent", 504, "model_timeout", "", 1));
  }

  /// Those that only who waits for the whole hears of like this.
  static Stream<Arguments> faultsOfTheWhole() {
    return Stream.concat(
        refusals(),
        Stream.of(
            fault("refuse-after-accept", 502, "model_protocol_error", "", 1),
            fault("garbage-3", 502, "model_protocol_error", "", 1),
            fault("badutf8-3", 502, "model_protocol_error", "", 1),
            fault("eof-3", 502, "model_protocol_error", "", 1),
            fault("rst-3", 502, "model_protocol_error", "", 1),
            fault("nofinish-3", 502, "model_protocol_error", "", 1),
            fault("gigabytes", 502, "model_protocol_error", "", 1),
            fault("stall-3", 504, "model_timeout", "", 1)));
  }

  static Stream<Arguments> faultsAmidAStream() {
    return Stream.of(
        fault("json-instead", 0, "model_protocol_error", "", 1),
        fault("garbage-3", 0, "model_protocol_error", "w0 w1 w2 ", 1),
        fault("badjson-3", 0, "model_protocol_error", "w0 w1 w2 ", 1),
        fault("badutf8-3", 0, "model_protocol_error", "w0 w1 w2 ", 1),
        fault("error-chunk-3", 0, "model_error", "w0 w1 w2 ", 1),
        fault("eof-3", 0, "model_protocol_error", "w0 w1 w2 ", 1),
        fault("rst-3", 0, "model_protocol_error", "w0 w1 w2 ", 1),
        fault("nodone-3", 0, "model_protocol_error", "w0 w1 w2 ", 1),
        fault("nofinish-3", 0, "model_protocol_error", "w0 w1 w2 ", 1),
        fault("huge-line", 0, "model_protocol_error", "", 1),
        fault("endless-line", 0, "model_protocol_error", "", 1),
        fault("stall-3", 0, "model_timeout", "w0 w1 w2 ", 1));
  }

  @BeforeEach
  void isWellBefore() {
    MEMBER.post(PATH, question("say-1-0", false)).expect(200);
    model.reset();
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheWhole")
  void isTheAnswerToWhoeverWaitsForTheWhole(Fault fault) throws InterruptedException {
    var refused = MEMBER.post(PATH, question(fault.model, false));
    refused.expectError(fault.status, fault.code);
    assertThat(refused.header("x-should-retry")).isEqualTo(fault.mayHaveCost() ? "false" : "");
    assertThat(refused.raw()).doesNotContain("sk-");
    assertLeftAlone(fault);
  }

  @ParameterizedTest
  @MethodSource({"refusals", "faultsAmidAStream"})
  void isTheEndOfAStream(Fault fault) throws InterruptedException {
    var body = question(fault.model, true).replace('\'', '"');
    try (var stream = EventStream.post(SERVER.uri(PATH), MEMBER.headers(), body)) {
      if (stream.status() == 200) {
        var events = stream.readToEnd(PATIENCE);
        assertThat(text(events)).isEqualTo(fault.text);
        assertThat(events).extracting(Event::data).doesNotContain("[DONE]");
        assertThat(events.getLast().json().at("/error/code").asString()).isEqualTo(fault.code);
        assertThat(events.getLast().data()).doesNotContain("sk-");
      } else {
        assertThat(fault.text).isEmpty();
        assertThat(stream.body(PATIENCE)).contains(fault.code);
      }
    }
    assertLeftAlone(fault);
  }

  private void assertLeftAlone(Fault fault) throws InterruptedException {
    assertThat(model.calls(fault.model)).hasSize(fault.calls);
    assertThat(model.strayRequests()).as("redirects followed").isEmpty();
    for (var call : model.calls(fault.model)) {
      assertThat(call.isAnswered() || call.awaitClosed(PATIENCE)).as("left open").isTrue();
    }
  }

  private static String text(List<Event> events) {
    return events.stream()
        .map(event -> event.json().at("/choices/0/delta/content").asString(""))
        .collect(Collectors.joining());
  }

  private static String question(String model, boolean streamed) {
    return "{'model':'%s','stream':%s,'messages':[{'role':'user','content':'Hello'}]}"
        .formatted(model, streamed);
  }

  private static Arguments fault(String model, int status, String code, String text, int calls) {
    return argumentSet(model, new Fault(model, status, code, text, calls));
  }
}
