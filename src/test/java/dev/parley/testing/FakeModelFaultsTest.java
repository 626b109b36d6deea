package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeModelFaultsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration NOW = Duration.ofMillis(1);

  private final FakeModel fake = FakeModel.start();
  private final ModelClient client = new ModelClient(fake);

  @AfterEach
  void close() {
    client.close();
    fake.close();
  }

  /// What is no UTF-8 is a cut too, to the strict reader that [EventStream] is.
  @ParameterizedTest
  @ValueSource(strings = {"eof-2", "rst-2", "badutf8-2", "garbage-2"})
  void cutsTheAnswer(String model) throws Exception {
    try (var stream = client.stream(model)) {
      assertThat(new CompletionTranscript(stream.readToCut(SOON)).text()).isEqualTo("w0 w1 ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nodone-2, stop, false",
    "nofinish-2, '', true",
    "error-chunk-2, stop, true",
  })
  void endsTheAnswerTheWrongWay(String model, String finishReason, boolean done) throws Exception {
    try (var stream = client.stream(model)) {
      var completion = new CompletionTranscript(stream.readToEnd(SOON));

      assertThat(completion.text()).isEqualTo("w0 w1 ");
      assertThat(completion.finishReason()).isEqualTo(finishReason);
      assertThat(completion.isDone()).isEqualTo(done);
    }
  }

  @Test
  void breaksOneEventAndGoesOn() throws Exception {
    try (var stream = client.stream("badjson-1")) {
      assertThat(stream.readToEnd(SOON))
          .extracting(Event::data)
          .contains("{broken")
          .last()
          .isEqualTo("[DONE]");
    }
  }

  @Test
  void stallsUntilTheClientHangsUp() throws Exception {
    try (var stream = client.stream("stall-2")) {
      var call = fake.awaitCall("stall-2", SOON);
      assertThat(List.of(stream.next(SOON), stream.next(SOON), stream.next(SOON)))
          .last()
          .satisfies(event -> assertThat(event.data()).contains("w1 "));
      assertThat(call.awaitClosed(NOW)).isFalse();

      stream.hangUp();
      assertThat(call.awaitClosed(SOON)).isTrue();
      assertThat(call.isAnswered()).isFalse();
    }
  }

  @Test
  void keepsSilentUntilTheClientIsGone() throws Exception {
    try (var stream = client.stream("silent")) {
      var call = fake.awaitCall("silent", SOON);
      assertThat(stream.awaitHeaders(NOW)).isFalse();

      stream.drop();
      assertThat(call.awaitClosed(SOON)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gated-3", "say-3-3600000", "slow-first-3600", "gigabytes", "endless-line"})
  void noticesTheClientLeavingAmidTheAnswer(String model) throws Exception {
    try (var stream = client.stream(model)) {
      var call = fake.awaitCall(model, SOON);
      stream.drop();

      assertThat(call.awaitClosed(SOON)).isTrue();
      assertThat(call.awaitAnswered(NOW)).isFalse();
    }
  }

  @Test
  void answersNothingAtAll() throws Exception {
    try (var stream = client.stream("refuse-after-accept")) {
      assertThatThrownBy(stream::status).hasMessageContaining("before the answer began");
    }
  }

  @Test
  void writesALineOfMoreThanTwoMebibytes() throws Exception {
    try (var stream = client.stream("huge-line")) {
      assertThat(stream.readToEnd(SOON)).anyMatch(event -> event.data().length() > 2 << 20);
    }
  }

  @ParameterizedTest
  @CsvSource({"html, text/html; charset=utf-8, <h1>", "json-instead, application/json, w0 w1 w2 "})
  void answersWithAnotherType(String model, String type, String part) throws Exception {
    try (var stream = client.stream(model)) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.headers().firstValue("Content-Type")).hasValue(type);
      assertThat(stream.body(SOON)).contains(part);
    }
  }

  @ParameterizedTest
  @CsvSource({"redirect, GET", "redirect-307, POST"})
  void knowsWhoFollowsARedirect(String model, String method) throws Exception {
    try (var stream = client.stream(model);
        var follower = new ModelClient(fake, Redirect.ALWAYS)) {
      assertThat(stream.headers().firstValue("Location")).hasValue("/v1/elsewhere");
      assertThat(fake.strayRequests()).isEmpty();

      assertThat(follower.ask(model).statusCode()).isEqualTo(404);
      assertThat(fake.strayRequests()).containsExactly(method + " /v1/elsewhere");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"eof-2", "rst-2"})
  void cutsADocumentToo(String model) throws Exception {
    assertThatThrownBy(() -> client.ask(model)).isInstanceOf(IOException.class);
    assertThat(fake.awaitCall(model, SOON).awaitClosed(SOON)).isTrue();
  }

  @Test
  void saysWhichCallsCameWhenOneDoesNot() {
    assertThatThrownBy(() -> fake.awaitCall("say-1-0", NOW))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("0 of 1 calls of say-1-0");
  }
}
