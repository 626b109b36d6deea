package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Event;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Chat completions as streams.
class CompletionStreamHttpTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void passesEveryEventOnByteForByte() throws InterruptedException {
    var events =
        List.of(
            "{ \"choices\" : [] , \"prompt_filter_results\":[{}]}",
            """
            {"choices":[{"index":0,"delta":{"role":"assistant","tool_calls":[{"index":0,"id":"c"}]},"logprobs":{"content":[]}}]}\
            """,
            "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"\\u00e9😀\"},\"finish_reason\":null}]}",
            "{\"choices\":[{\"index\":1,\"delta\":{},\"finish_reason\":\"length\"}],\"x\":1.50}",
            "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}");
    server
        .model()
        .with(
            "stream-verbatim",
            x -> {
              x.wire().beginChunks(200, "text/event-stream");
              for (var event : events) {
                x.wire().chunk("data: " + event + "\n\n");
              }
              x.wire().chunk("data: [DONE]\n\n");
              x.wire().end();
            });
    assertThat(data(ask("stream-verbatim").readToEnd(PATIENCE)))
        .containsExactlyElementsOf(Stream.concat(events.stream(), Stream.of("[DONE]")).toList());
  }

  @Keeps("model.framing")
  @ParameterizedTest
  @ValueSource(strings = {"bytewise-3", "crlf-3", "cr-3", "comments-3", "bom-3", "multiline-3"})
  void readsEventsHoweverTheyAreWritten(String model) throws InterruptedException {
    var events = data(ask(model).readToEnd(PATIENCE));
    assertThat(events).hasSize(6);
    assertThat(events.subList(0, 5)).allSatisfy(event -> JSON.readTree(event));
    assertThat(events.getLast()).isEqualTo("[DONE]");
  }

  @Test
  void sendsEachEventAsItComes() throws InterruptedException {
    var model = GatedModel.of(server, 2);
    try (var stream = ask(model.name())) {
      assertThat(text(stream.next(PATIENCE))).isEmpty();
      assertThat(stream.headers().firstValue("Content-Type"))
          .contains("text/event-stream; charset=utf-8");
      model.release(1);
      assertThat(text(stream.next(PATIENCE))).isEqualTo("w0 ");
      model.release(1);
      assertThat(text(stream.next(PATIENCE))).isEqualTo("w1 ");
      assertThat(stream.readToEnd(PATIENCE).getLast().data()).isEqualTo("[DONE]");
    }
  }

  @Test
  void asksForTheUsageAndKeepsItFromWhoDidNot() throws InterruptedException {
    var events = data(ask("say-2-3").readToEnd(PATIENCE));
    assertThat(events).hasSize(5).noneMatch(event -> event.contains("\"usage\":{"));
    assertThat(server.model().awaitCall("say-2-3", A_SECOND).body().get("stream_options"))
        .isEqualTo(JSON.readTree("{\"include_usage\":true}"));
  }

  @Test
  void tellsTheUsageToWhoAskedForIt() throws InterruptedException {
    var body =
        question("say-2-4")
            .replace("true", "true,\"stream_options\": {\"x\":1, \"include_usage\" :true}");
    var events = data(open(body).readToEnd(PATIENCE));
    assertThat(events).hasSize(6);
    assertThat(JSON.readTree(events.get(4)).at("/usage/completion_tokens").intValue()).isEqualTo(2);
    assertThat(server.model().awaitCall("say-2-4", A_SECOND).raw()).isEqualTo(body);
  }

  @Keeps("gone.passed")
  @Test
  void endsTheAnswerWhenTheClientLeaves() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    try (var stream = ask(model.name())) {
      stream.next(PATIENCE);
    }
    assertThat(model.call().awaitClosed(A_SECOND)).as("closed at the model").isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "eof-3, model_protocol_error",
    "rst-3, model_protocol_error",
    "nofinish-3, model_protocol_error",
    "nodone-3, model_protocol_error",
  })
  void endsWithAnErrorWhereTheModelBreaksOff(String model, String code)
      throws InterruptedException {
    var events = data(ask(model).readToEnd(PATIENCE));
    assertThat(events).doesNotContain("[DONE]");
    assertThat(JSON.readTree(events.getLast()).at("/error/code").asString()).isEqualTo(code);
    assertThat(JSON.readTree(events.get(3)).at("/choices/0/delta/content").asString())
        .isEqualTo("w2 ");
  }

  @Test
  void answersAFailureBeforeTheFirstEventAsAStatus() {
    member
        .post(
            "/v1/chat/completions",
            "{'model':'context-too-long','stream':true,'messages':[{'role':'user'}]}")
        .expectError(422, "context_length_exceeded");
  }

  @ParameterizedTest
  @CsvSource({"length-2, length", "filter-2, content_filter"})
  void leavesItToTheClientWhyAnAnswerEnded(String model, String reason)
      throws InterruptedException {
    var events = data(ask(model).readToEnd(PATIENCE));
    assertThat(events.getLast()).isEqualTo("[DONE]");
    assertThat(events.get(events.size() - 2)).contains("\"finish_reason\":\"" + reason + "\"");
  }

  private EventStream ask(String model) {
    return open(question(model));
  }

  private EventStream open(String body) {
    return EventStream.post(server.uri("/v1/chat/completions"), member.headers(), body);
  }

  private static String question(String model) {
    return """
    {"model":"%s","stream":true,"messages":[{"role":"user","content":"Hello"}]}\
    """
        .formatted(model);
  }

  private static List<String> data(List<Event> events) {
    return events.stream().map(Event::data).toList();
  }

  private static String text(Event event) {
    return chunk(event).at("/choices/0/delta/content").asString();
  }

  private static JsonNode chunk(Event event) {
    return JSON.readTree(event.data());
  }
}
