package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class FakeModelTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final FakeModel fake = FakeModel.start();
  private final ModelClient client = new ModelClient(fake);

  @AfterEach
  void close() {
    client.close();
    fake.close();
  }

  static Stream<Arguments> goodAnswers() {
    return Stream.of(
        arguments("say-5-0", Script.words(5), "stop"),
        arguments("say-3-20", Script.words(3), "stop"),
        arguments("say-0-0", Script.words(0), "stop"),
        arguments("emoji-30-0", Script.emoji(30), "stop"),
        arguments("emoji-3-0", Script.emoji(3), "stop"),
        arguments("echo-last", Script.of("Wie geht's? 😀\n"), "stop"),
        arguments("bytewise-14", Script.emoji(14), "stop"),
        arguments("crlf-3", Script.words(3), "stop"),
        arguments("cr-3", Script.words(3), "stop"),
        arguments("comments-3", Script.words(3), "stop"),
        arguments("multiline-3", Script.words(3), "stop"),
        arguments("bom-3", Script.words(3), "stop"),
        arguments("length-2", Script.words(2), "length"),
        arguments("filter-2", Script.words(2), "content_filter"),
        arguments("slow-first-1", Script.words(3), "stop"),
        arguments("gpt-4.1-mini", Script.words(3), "stop"));
  }

  @ParameterizedTest
  @MethodSource("goodAnswers")
  void streams(String model, Script script, String reason) throws Exception {
    try (var stream = client.stream(model)) {
      var completion = new CompletionTranscript(stream.readToEnd(SOON));

      assertThat(completion.isDone()).isTrue();
      assertThat(completion.text()).isEqualTo(script.text());
      assertThat(completion.finishReason()).isEqualTo(reason);
      assertThat(fake.awaitCall(model, SOON).awaitAnswered(SOON)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("goodAnswers")
  void answersWithOneDocument(String model, Script script, String reason) throws Exception {
    var answer = JSON.readTree(client.ask(model).body());

    var choice = answer.path("choices").path(0);
    assertThat(choice.path("message").path("content").stringValue()).isEqualTo(script.text());
    assertThat(choice.path("finish_reason").stringValue()).isEqualTo(reason);
    assertThat(answer.path("usage").path("prompt_tokens").intValue()).isEqualTo(20);
    assertThat(answer.path("usage").path("completion_tokens").intValue())
        .isEqualTo(script.pieces().size());
  }

  @Test
  void cutsASurrogatePairInTwo() throws Exception {
    try (var stream = client.stream("emoji-4-0")) {
      assertThat(stream.readToEnd(SOON))
          .extracting(Event::data)
          .anyMatch(data -> data.contains("\"\\uD83D\""))
          .anyMatch(data -> data.contains("\"\\uDE00 \""))
          .anyMatch(data -> data.contains("你好"));
    }
  }

  @Test
  void givesUsageOnlyWhenAsked() throws Exception {
    var withUsage =
        ModelClient.question("say-4-0", true)
            .replaceFirst("\\{", "{\"stream_options\":{\"include_usage\":true},");
    try (var stream = client.stream("say-4-0");
        var usageStream = client.streamOf(withUsage)) {
      assertThat(stream.readToEnd(SOON)).noneMatch(event -> event.data().contains("usage"));
      var events = usageStream.readToEnd(SOON);
      var usage = events.get(events.size() - 2).json();
      assertThat(usage.path("choices")).isEmpty();
      assertThat(usage.path("usage").path("completion_tokens").intValue()).isEqualTo(4);
    }
  }

  @Test
  void echoesTheContext() throws Exception {
    try (var stream = client.stream("echo")) {
      var messages = JSON.readTree(new CompletionTranscript(stream.readToEnd(SOON)).text());

      assertThat(messages).isEqualTo(fake.calls().getFirst().messages());
      assertThat(messages.path(0).path("role").stringValue()).isEqualTo("system");
    }
  }

  @Test
  void sendsTheHeadAndEachPieceWhenTheTestSaysSo() throws Exception {
    try (var stream = client.stream("gated-3")) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.next(SOON).data()).contains("\"role\":\"assistant\"");

      fake.release(1);
      assertThat(stream.next(SOON).data()).contains("\"w0 \"");
      fake.release("gated-3", 2);
      assertThat(new CompletionTranscript(stream.readToEnd(SOON)).text()).isEqualTo("w1 w2 ");
    }
  }

  @Test
  void keepsWhatItWasAsked() throws Exception {
    client.ask("say-1-0");
    client.ask("say-2-0");
    client.ask("say-2-0");

    assertThat(fake.count()).isEqualTo(3);
    assertThat(fake.calls("say-2-0")).extracting(Call::ordinal).containsExactly(1, 2);
    var call = fake.calls().getFirst();
    assertThat(call.model()).isEqualTo("say-1-0");
    assertThat(call.body()).isEqualTo(JSON.readTree(ModelClient.question("say-1-0", false)));
    assertThat(call.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(call.isClosed()).as("kept alive").isFalse();
  }

  @Test
  void readsARequestInChunks() throws Exception {
    var body = ModelClient.question("echo-last", true);
    var inChunks = BodyPublishers.fromPublisher(BodyPublishers.ofString(body));

    assertThat(client.post(inChunks).statusCode()).isEqualTo(200);
    assertThat(fake.calls().getFirst().body()).isEqualTo(JSON.readTree(body));
  }

  @Test
  void listsModels() throws Exception {
    assertThat(JSON.readTree(client.models().body()).path("data"))
        .extracting(model -> model.path("id").stringValue())
        .contains("gpt-4.1-mini", "echo");
  }

  @Test
  void takesBehavioursOfATestsOwn() throws Exception {
    fake.with("teapot-N", x -> x.wire().respond(418, Map.of(), "#" + x.number(0)));

    assertThat(client.ask("teapot-3").body()).isEqualTo("#3");
  }

  @Test
  void comesBackOnTheSamePort() throws Exception {
    fake.close();
    try (var again = FakeModel.startOn(fake.port())) {
      assertThat(client.ask("say-1-0").statusCode()).isEqualTo(200);
      assertThat(again.count()).isEqualTo(1);
    }
  }
}
