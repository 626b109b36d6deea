package dev.parley.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Requests that are sent again with the same `Idempotency-Key`.
@Contract
class OnceHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String REPLAYED = "Idempotency-Replayed";

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();
  private final String key = UUID.randomUUID().toString();

  @Test
  void makesOneConversation() {
    assertIsReplayed(member, "/conversations", "{\"title\":\"Weather\"}", 201);
    assertThat(conversations(member)).isEqualTo(1);
  }

  @Test
  void asksOneQuestionInAConversation() {
    var path = "/conversations/%s/messages".formatted(member.conversation());
    assertIsReplayed(member, path, "{\"content\":\"Hello\",\"model\":\"say-3-0\"}", 200);
    assertThat(member.get(path).body().get("data")).hasSize(2);
  }

  @Test
  void asksOneQuestionOfTheThread() {
    assertIsReplayed(
        member, "/openai/question", "{\"question\":\"Hello\",\"model\":\"say-3-0\"}", 200);
  }

  @Test
  void asksAgainOnce() {
    var conversation = member.conversation();
    var asked = member.ask(conversation, "say-1-0", "Hello").expect(200);
    var answer = asked.body().at("/message/id").stringValue();
    assertIsReplayed(member, "/messages/%s/regenerate".formatted(answer), "{}", 200);
    var all = member.get("/conversations/%s/messages?branch=all".formatted(conversation));
    assertThat(all.body().get("data")).hasSize(3);
  }

  @Test
  void takesOneMessageOfAGuest() {
    var guest = server.client();
    var begun = guest.post("/session/initialize_session", "").expect(200);
    var body =
        "{\"session_id\":\"%s\",\"role\":\"user\",\"content\":\"Hello\"}"
            .formatted(begun.text("session_id"));
    assertIsReplayed(guest, "/chat/", body, 200);
  }

  @Test
  void takesWhatAGuestSaysOnce() {
    var guest = server.client();
    var session = guest.post("/session/initialize_session", "").expect(200).text("session_id");
    var feedback = "Quick and clear " + key;
    var body = "{\"session_id\":\"%s\",\"feedback\":\"%s\"}".formatted(session, feedback);
    assertIsReplayed(guest, "/feedback", body, 200);
    var said = server.bean(JdbcClient.class).sql("SELECT comment FROM feedback WHERE comment = ?");
    assertThat(said.param(feedback).query(String.class).list()).hasSize(1);
  }

  @Test
  void registersOnce() {
    var body = "{\"email\":\"%s@example.com\",\"password\":\"%s\"}".formatted(key, Client.PASSWORD);
    assertIsReplayed(server.client(), "/auth/register", body, 201);
  }

  @Test
  void refusesTheKeyWithAnotherBody() {
    send(member, "/conversations", "{\"title\":\"Weather\"}").expect(201);
    send(member, "/conversations", "{\"title\":\"Whether\"}")
        .expectProblem(422, "idempotency_key_reused");
    assertThat(conversations(member)).isEqualTo(1);
  }

  @Test
  void tellsKeysOfDifferentCallersAndRoutesApart() {
    var body = "{\"title\":\"Weather\"}";
    var first = send(member, "/conversations", body).expect(201);
    var other = send(server.member(), "/conversations", body).expect(201);
    assertThat(other.header(REPLAYED)).isEmpty();
    assertThat(other.text("id")).isNotEqualTo(first.text("id"));

    var question = send(member, "/openai/question", "{\"question\":\"Hello\"}").expect(200);
    assertThat(question.header(REPLAYED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256})
  void refusesAKeyThatIsEmptyOrTooLong(int length) {
    member
        .send("POST", "/conversations", "{}", Map.of("Idempotency-Key", "k".repeat(length)))
        .expectInvalid("Idempotency-Key");
  }

  @Test
  void takesAKeyOf255Characters() {
    member
        .send("POST", "/conversations", "{}", Map.of("Idempotency-Key", "k".repeat(255)))
        .expect(201);
  }

  @Test
  void answersAWholeAnswerNotYetWhileTheFirstIsBeingWritten() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    var path = "/conversations/%s/messages".formatted(member.conversation());
    var body = "{\"content\":\"Hello\",\"model\":\"%s\"}".formatted(model.name());
    try (var first = stream(path, body, "application/json")) {
      model.call();
      var second = send(member, path, body).expectProblem(409, "idempotency_key_in_use");
      assertThat(second.header("Retry-After")).isEqualTo("1");
      model.release(1);
      assertThat(first.body(SOON)).contains("\"completed\"");
    }
    assertThat(send(member, path, body).expect(200).header(REPLAYED)).isEqualTo("true");
  }

  @Test
  void readsAStreamedAnswerAgainFromItsStart() throws InterruptedException {
    var model = GatedModel.of(server, 3);
    var path = "/conversations/%s/messages".formatted(member.conversation());
    var body = "{\"content\":\"Hello\",\"model\":\"%s\"}".formatted(model.name());
    try (var first = stream(path, body, "text/event-stream")) {
      model.release(1);
      assertThat(first.next(SOON).name()).isEqualTo("message.started");
      try (var second = stream(path, body, "text/event-stream")) {
        model.release(2);
        var live = AnswerTranscript.ofQuestion(second.readToEnd(SOON));
        assertThat(second.headers().firstValue(REPLAYED)).hasValue("true");
        assertThat(live.text()).isEqualTo(model.text());
      }
    }
    try (var late = stream(path, body, "text/event-stream")) {
      var past = AnswerTranscript.ofQuestion(late.readToEnd(SOON));
      assertThat(past.text()).isEqualTo(model.text());
      assertThat(past.end().name()).isEqualTo("message.completed");
    }
    assertThat(server.model().count(model.name())).isEqualTo(1);
  }

  @Keeps("same.once")
  @Test
  void asksTheModelOnceForTwentyAtOnce() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    model.release(1);
    var path = "/conversations/%s/messages".formatted(member.conversation());
    var body = "{\"content\":\"Hello\",\"model\":\"%s\"}".formatted(model.name());
    var answers = Together.run(20, _ -> send(member, path, body));

    assertThat(answers.stream().map(OnceHttpTest::outcome))
        .contains("answered")
        .isSubsetOf("answered", "idempotency_key_in_use", "too_many_answers");
    assertThat(server.model().count(model.name())).isEqualTo(1);
    assertThat(member.get(path).body().get("data")).hasSize(2);
  }

  private static String outcome(Response answer) {
    return answer.status() == 200 ? "answered" : answer.text("code");
  }

  private void assertIsReplayed(Client who, String path, String body, int status) {
    var first = send(who, path, body).expect(status);
    assertThat(first.header(REPLAYED)).isEmpty();
    var second = send(who, path, body).expect(status);
    assertThat(second.header(REPLAYED)).isEqualTo("true");
    assertThat(second.body()).isEqualTo(first.body());
  }

  private Response send(Client who, String path, String body) {
    return who.send("POST", path, body, Map.of("Idempotency-Key", key));
  }

  private EventStream stream(String path, String body, String accept) {
    var headers = new TreeMap<>(member.headers());
    headers.put("Idempotency-Key", key);
    headers.put("Accept", accept);
    return EventStream.post(server.uri(path), headers, body);
  }

  private static int conversations(Client who) {
    return who.get("/conversations").expect(200).body().get("data").size();
  }
}
