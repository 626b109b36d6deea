package dev.parley.responses;

import static dev.parley.responses.Asking.next;
import static dev.parley.responses.Asking.read;
import static dev.parley.responses.Asking.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import dev.parley.testing.GatedModel;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Responses as streams, from their start and taken up again.
@Contract
class ResponseStreamHttpTest {

  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final String DELTA = "response.output_text.delta";

  private final TestServer server = TestServer.shared();
  private final Asking asking = Asking.of(server);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sendsAllEventsInTheirOrder(boolean store) throws InterruptedException {
    var events = asking.stream("say-3-0", "store", store);
    assertThat(types(events))
        .containsExactly(
            "response.created",
            "response.in_progress",
            "response.output_item.added",
            "response.content_part.added",
            DELTA,
            DELTA,
            DELTA,
            DELTA,
            "response.output_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.completed");
    assertNumbered(events, 0);
    assertThat(deltas(events)).isEqualTo("w0 w1 w2 ");
    assertThat(events.get(8).get("text").stringValue()).isEqualTo("w0 w1 w2 ");
    var whole = events.getLast().get("response");
    assertThat(text(whole)).isEqualTo("w0 w1 w2 ");
    assertThat(whole.at("/usage/output_tokens").intValue()).isEqualTo(3);
    assertThat(events.getFirst().at("/response/status").stringValue()).isEqualTo("in_progress");
    assertThat(events.getFirst().at("/response/id")).isEqualTo(whole.get("id"));
  }

  @Test
  void sendsEachWordAsItComes() throws InterruptedException {
    var model = GatedModel.of(server, 2);
    try (var stream = asking.open(model.name())) {
      assertThat(stream.headers().firstValue("Content-Type"))
          .contains("text/event-stream; charset=utf-8");
      next(stream);
      next(stream);
      model.release(1);
      assertThat(next(stream).get("type").stringValue()).isEqualTo("response.output_item.added");
      assertThat(next(stream).get("type").stringValue()).isEqualTo("response.content_part.added");
      assertThat(next(stream).get("delta").stringValue()).isEqualTo("w0");
      model.release(1);
      assertThat(next(stream).get("delta").stringValue()).isEqualTo(" w1");
      assertThat(types(read(stream))).endsWith("response.completed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"say-3-0", "emoji-5-0", "length-2", "eof-3"})
  void givesExactlyTheRestBehindEveryEvent(String model) throws InterruptedException {
    var events = asking.stream(model);
    var id = events.getFirst().at("/response/id").stringValue();
    for (var last = -1; last < events.size() - 1; last++) {
      assertThat(asking.readAfter(id, last)).isEqualTo(events.subList(last + 1, events.size()));
    }
  }

  @Test
  void isTakenUpWhileItIsWritten() throws InterruptedException {
    var model = GatedModel.of(server, 4);
    var events = new ArrayList<JsonNode>();
    try (var stream = asking.open(model.name())) {
      model.release(2);
      for (var event = 0; event < 6; event++) {
        events.add(next(stream));
      }
      stream.drop();
    }
    var id = events.getFirst().at("/response/id").stringValue();
    try (var stream = asking.reopen(id, 5)) {
      assertThat(stream.status()).isEqualTo(200);
      model.release(2);
      events.addAll(read(stream));
    }
    assertNumbered(events, 0);
    assertThat(deltas(events)).isEqualTo(model.text());
    assertThat(types(events)).endsWith("response.completed");
  }

  @Test
  void tellsTheEndToWhoeverHasMoreThanThereIs() throws InterruptedException {
    var id = asking.ask("say-3-0").get("id").stringValue();
    var events = asking.readAfter(id, 1_000);
    assertThat(types(events)).containsExactly("response.completed");
    assertNumbered(events, 1_001);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsAsFailedWhereTheModelBreaksOff(boolean store) throws InterruptedException {
    var events = asking.stream("eof-3", "store", store);
    assertNumbered(events, 0);
    var last = events.getLast();
    assertThat(last.get("type").stringValue()).isEqualTo("response.failed");
    assertThat(last.at("/response/status").stringValue()).isEqualTo("failed");
    assertThat(last.at("/response/error/code").stringValue()).isEqualTo("server_error");
    assertThat(text(last.get("response"))).isEqualTo("w0 w1 w2 ");
  }

  @Test
  void endsAsIncompleteWhenItIsCancelled() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    try (var stream = asking.open(model.name())) {
      var id = next(stream).at("/response/id").stringValue();
      model.release(1);
      asking.member().post(Asking.PATH + "/" + id + "/cancel", "{}").expect(200);
      var last = read(stream).getLast();
      assertThat(last.get("type").stringValue()).isEqualTo("response.incomplete");
      assertThat(last.at("/response/status").stringValue()).isEqualTo("cancelled");
      assertThat(asking.get(id)).isEqualTo(last.get("response"));
    }
  }

  @Test
  void endsWithAnErrorWhenItIsDeleted() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    try (var stream = asking.open(model.name())) {
      next(stream);
      var conversation =
          asking.member().get("/conversations").body().at("/data/0/id").stringValue();
      asking.member().delete("/conversations/" + conversation).expect(204);
      var last = read(stream).getLast();
      assertThat(last.get("type").stringValue()).isEqualTo("error");
      assertThat(last.get("code").stringValue()).isEqualTo("gone");
    }
  }

  @Test
  void goesOnWhenTheClientLeavesWhereItIsStored() throws InterruptedException {
    var model = GatedModel.of(server, 2);
    String id;
    try (var stream = asking.open(model.name())) {
      id = next(stream).at("/response/id").stringValue();
    }
    model.call();
    model.release(2);
    assertThat(deltas(asking.readAfter(id, -1))).isEqualTo(model.text());
  }

  @Test
  void endsWhenTheClientLeavesWhereNothingIsStored() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    try (var stream = asking.open(model.name(), "store", false)) {
      next(stream);
      model.call();
    }
    assertThat(model.call().awaitClosed(A_SECOND)).as("closed at the model").isTrue();
  }

  private static void assertNumbered(List<JsonNode> events, int from) {
    assertThat(events)
        .extracting(event -> event.get("sequence_number").intValue())
        .containsExactlyElementsOf(IntStream.range(from, from + events.size()).boxed().toList());
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.get("type").stringValue()).toList();
  }

  private static String deltas(List<JsonNode> events) {
    var text = new StringBuilder();
    for (var event : events) {
      if (event.get("type").stringValue().equals(DELTA)) {
        text.append(event.get("delta").stringValue());
      }
    }
    return text.toString();
  }
}
