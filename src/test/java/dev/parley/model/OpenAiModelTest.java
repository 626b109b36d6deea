package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.model.ModelCall.Role;
import dev.parley.model.ModelCall.Turn;
import dev.parley.testing.FakeModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.Script;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.netty.http.HttpResources;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class OpenAiModelTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static final EventLoop LOOP = HttpResources.get().onClient(true).next();

  private final FakeModel fake = FakeModel.start();
  private final Heard heard = new Heard();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void asksAsTheProtocolHasIt() throws InterruptedException {
    model()
        .ask(
            new ModelCall(
                "say-2-0",
                List.of(
                    new Turn(Role.SYSTEM, "Be brief."),
                    new Turn(Role.USER, "Hello"),
                    new Turn(Role.ASSISTANT, "Hi 😀"),
                    new Turn(Role.USER, "\"Bye\"\n"))),
            heard,
            LOOP);
    heard.whole(SOON);

    var call = fake.calls().getFirst();
    assertThat(call.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"model": "say-2-0", "stream": true, "stream_options": {"include_usage": true},
                 "messages": [
                   {"role": "system", "content": "Be brief."},
                   {"role": "user", "content": "Hello"},
                   {"role": "assistant", "content": "Hi 😀"},
                   {"role": "user", "content": "\\"Bye\\"\\n"}]}
                """));
    assertThat(call.bearer()).isEqualTo("sk-12345678");
    assertThat(call.headers().firstValue("Accept")).hasValue("text/event-stream");
    assertThat(call.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  static Stream<Arguments> goodAnswers() {
    return Stream.of(
        answer("say-0-0", Script.words(0)),
        answer("say-5-0", Script.words(5)),
        answer("say-5000-0", Script.words(5_000)),
        answer("say-3-20", Script.words(3)),
        answer("emoji-100-0", Script.emoji(100)),
        answer("bytewise-26", Script.emoji(26)),
        answer("crlf-5", Script.words(5)),
        answer("cr-5", Script.words(5)),
        answer("comments-5", Script.words(5)),
        answer("multiline-5", Script.words(5)),
        answer("bom-5", Script.words(5)));
  }

  @ParameterizedTest
  @MethodSource("goodAnswers")
  void hearsTheAnswer(String name, Script script) throws InterruptedException {
    ask(name);

    assertThat(heard.whole(SOON)).isEqualTo(script.text());
    assertThat(heard.end()).isEqualTo(new ModelEnd.Whole(new Usage(10, script.pieces().size())));
  }

  @Keeps("model.retries")
  @Test
  void asksOnceMoreWhereTheServiceFailsAtFirst() throws InterruptedException {
    ask("flaky-1-503");

    assertThat(heard.whole(SOON)).isEqualTo(Script.words(3).text());
    assertThat(fake.count()).isEqualTo(2);
  }

  @Keeps("model.bounds")
  @Test
  void endsAnAnswerThatTakesTooLong() throws InterruptedException {
    ask("say-1000-20", "longest", "300ms");
    heard.whole(SOON);

    assertFailedWith("model_timeout");
    assertThat(fake.calls().getFirst().awaitClosed(A_SECOND)).isTrue();
  }

  /// Making a new one costs some round trips before the first token, more with TLS.
  @ParameterizedTest
  @ValueSource(strings = {"say-3-0", "bytewise-3", "at-once"})
  void asksOverAConnectionThatHasCarriedAnAnswer(String name) {
    fake.with(
        "at-once",
        exchange -> {
          exchange.begin().finish("stop");
          exchange.wire().lastChunk("data: [DONE]\n\n");
        });
    var model = model();

    await()
        .atMost(SOON)
        .until(
            () -> {
              var before = fake.connections();
              var answer = new Heard();
              model.ask(hello(name), answer, LOOP);
              answer.whole(SOON);
              return before > 0 && fake.connections() == before;
            });
  }

  /// Who takes it is a part of this program, and there must be no such fault; but if there is one,
  /// nobody is to wait for the end until an answer takes too long.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsAnAnswerThatCannotBeTaken(boolean streamed) throws InterruptedException {
    var name = "say-3-0";
    Passage.Taker taker =
        (_, _) -> {
          throw new IllegalStateException("planted");
        };
    var body = "{\"model\":\"%s\",\"stream\":%s,\"messages\":[]}".formatted(name, streamed);
    var passage = new Passage(body, streamed, false, taker);
    model().ask(new ModelCall(name, hello(name).turns(), null, passage), heard, LOOP);
    heard.whole(SOON);

    assertFailedWith("model_protocol_error");
  }

  @Test
  void hangsUpWhereNobodyListensAnyMore() throws InterruptedException {
    var ongoing = ask("stall-1");
    var call = fake.awaitCall("stall-1", SOON);
    ongoing.cancel();

    assertThat(call.awaitClosed(SOON)).isTrue();
    assertThat(heard.end()).isNull();
  }

  @Test
  void endsAnAnswerThoughItsConnectionIsHeldOpen() throws InterruptedException {
    fake.with(
        "held",
        exchange -> {
          exchange.begin().finish("stop");
          exchange.wire().chunk("data: [DONE]\n\n");
          exchange.hold();
        });
    ask("held");
    heard.whole(SOON);

    assertThat(heard.end()).isInstanceOf(ModelEnd.Whole.class);
  }

  @Test
  void listensToNothingAfterTheEnd() throws InterruptedException {
    fake.with(
        "chatty",
        exchange -> {
          exchange.begin().finish("stop");
          exchange
              .wire()
              .chunk("data: [DONE]\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n");
          while (!exchange.call().isClosed()) {
            exchange.wire().chunk("data: x\n\n");
          }
        });
    ask("chatty");

    assertThat(heard.whole(SOON)).isEmpty();
    assertThat(heard.end()).isInstanceOf(ModelEnd.Whole.class);
    assertThat(fake.calls().getFirst().awaitClosed(A_SECOND)).isTrue();
  }

  @Test
  void givesUpSoonWhereNobodyListens() throws InterruptedException {
    fake.close();
    var before = System.nanoTime();
    ask("say-1-0");
    heard.whole(Duration.ofSeconds(5));

    assertFailedWith("model_unreachable");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
  }

  private void assertFailedWith(String code) {
    assertThat(heard.end())
        .isInstanceOfSatisfying(
            ModelEnd.Broken.class, broken -> assertThat(broken.failure().code()).isEqualTo(code));
  }

  private Ongoing ask(String name, String... settings) {
    return model(settings).ask(hello(name), heard, LOOP);
  }

  private static ModelCall hello(String name) {
    return new ModelCall(name, List.of(new Turn(Role.USER, "Hello")));
  }

  private OpenAiModel model(String... settings) {
    var properties =
        new HashMap<>(Map.of("m.base-url", fake.baseUrl(), "m.api-key", "sk-12345678"));
    for (var i = 0; i < settings.length; i += 2) {
      properties.put("m." + settings[i], settings[i + 1]);
    }
    var source = new MapConfigurationPropertySource(properties);
    var bound = new Binder(source).bindOrCreate("m", ModelSettings.class);
    return new OpenAiModel(bound, JSON, HttpResources.get());
  }

  private static Arguments answer(String name, Script script) {
    return argumentSet(name, name, script);
  }
}
