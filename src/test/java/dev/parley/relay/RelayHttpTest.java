package dev.parley.relay;

import static dev.parley.relay.OwnKey.question;
import static dev.parley.relay.OwnKey.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.Script;
import dev.parley.testing.TestServer;
import dev.parley.testing.TextStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class RelayHttpTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final TestServer server = TestServer.shared();
  private final Client client = server.client();

  @Test
  void answersWithTheTextAloneByteForByte() {
    var answer = client.post("/api/chat", question("emoji-13-0")).expect(200);
    assertThat(answer.raw()).isEqualTo(Script.emoji(13).text());
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
    assertThat(answer.header("X-Accel-Buffering")).isEqualTo("no");
  }

  @Test
  void sendsEachWordAsItComes() throws IOException {
    var model = GatedModel.of(server, 3);
    model.release(1);
    try (var text = ask(model)) {
      assertThat(text.status()).isEqualTo(200);
      assertThat(text.next(3)).isEqualTo("w0 ");
      model.release(1);
      assertThat(text.next(3)).isEqualTo("w1 ");
      model.release(1);
      assertThat(text.toEnd()).isEqualTo("w2 ");
    }
  }

  @Test
  void asksTheModelWhatItWasAskedWithTheKeyThatCame() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    model.release(1);
    var history = List.of(turn("user", "1 + 1?"), turn("ai", "2"));
    client.post("/api/chat", question(model.name(), "chat_history", history)).expect(200);

    var call = model.call();
    assertThat(call.bearer()).isEqualTo(OwnKey.KEY);
    assertThat(call.messages())
        .isEqualTo(
            JSON.valueToTree(
                List.of(
                    turn("system", "Be brief."),
                    turn("user", "1 + 1?"),
                    turn("assistant", "2"),
                    turn("user", "Hello"))));
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() {
    client.post("/api/chat", question("say-1-0", "temperature", 2)).expect(200);
    var history = List.of(Map.of("role", "user", "content", "Hello", "id", 7));
    client.post("/api/chat", question("say-1-0", "chat_history", history)).expect(200);
  }

  @Test
  void answersWhateverTypeTheClientAsksFor() {
    for (var accept : List.of("*/*", "text/plain", "application/json", "text/event-stream")) {
      var body = JSON.writeValueAsString(question("say-2-0"));
      var answer = client.send("POST", "/api/chat", body, Map.of("Accept", accept)).expect(200);
      assertThat(answer.raw()).as(accept).isEqualTo("w0 w1 ");
    }
  }

  @Keeps("gone.passed")
  @Test
  void endsTheAnswerWhenTheClientLeavesAmidIt() throws Exception {
    var model = GatedModel.of(server, 9);
    model.release(1);
    try (var text = ask(model)) {
      assertThat(text.next(3)).isEqualTo("w0 ");
    }
    assertThat(model.call().awaitClosed(A_SECOND)).as("closed at the model").isTrue();
  }

  @Keeps("gone.passed")
  @Test
  void endsTheAnswerWhenTheClientLeavesBeforeIt() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    var body = JSON.writeValueAsString(question(model.name()));
    try (var waiting = EventStream.post(server.uri("/api/chat"), Map.of(), body)) {
      model.call();
      waiting.drop();
    }
    assertThat(model.call().awaitClosed(A_SECOND)).as("closed at the model").isTrue();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        argumentSet("a null character", "a\u0000b", "ab"),
        argumentSet("a bell, a backspace, an escape", "a\u0007\bb\u001b[31m", "ab[31m"),
        argumentSet("a carriage return", "a\r\nb", "a\nb"),
        argumentSet("delete and the upper control characters", "a\u007f\u0085\u009fb", "ab"),
        argumentSet("a tab and a newline", "a\tb\nc", "a\tb\nc"),
        argumentSet("overrides and embeddings", "a\u202a\u202b\u202c\u202d\u202eb", "ab"),
        argumentSet("isolates", "a\u2066\u2067\u2068\u2069b", "ab"),
        argumentSet("marks of direction", "a\u200e\u200fb", "a\u200e\u200fb"),
        argumentSet("right to left", "مرحبا שלום", "مرحبا שלום"),
        argumentSet("emoji of several parts", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        argumentSet("markup", "<script>alert('&amp;')</script>", "<script>alert('&amp;')</script>"),
        argumentSet(
            "code", "if (a < b && c > \"d\") { `${e}` }", "if (a < b && c > \"d\") { `${e}` }"),
        argumentSet("spaces around it", "  a  ", "  a  "));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void takesOutOfATextOnlyWhatNoTextNeeds(String sent, String asked) {
    var fields = question("echo", "user_message", sent);
    fields.put("developer_message", sent);
    fields.put("chat_history", List.of(turn("ai", sent)));
    var heard = JSON.readTree(client.post("/api/chat", fields).expect(200).raw());
    assertThat(heard.valueStream().map(turn -> turn.get("content").stringValue()))
        .containsExactly(asked, asked, asked);
  }

  private TextStream ask(GatedModel model) {
    return TextStream.post(server.uri("/api/chat"), question(model.name()));
  }
}
