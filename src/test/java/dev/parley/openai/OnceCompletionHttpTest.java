package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Chat completions that are sent twice and meant once.
@Contract
class OnceCompletionHttpTest {

  private static final String PATH = "/v1/chat/completions";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();
  private final Map<String, String> key = Map.of("Idempotency-Key", "one");
  private final String question = UUID.randomUUID().toString();

  @Test
  void givesAKeptAnswerAgain() {
    var first = ask("say-3-0", "'store':true").expect(200);
    var again = ask("say-3-0", "'store':true").expect(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.body().at("/choices/0/message/content"))
        .isEqualTo(first.body().at("/choices/0/message/content"));
    assertThat(again.body().at("/choices/0/finish_reason").stringValue()).isEqualTo("stop");
    assertThat(again.body().at("/usage")).isEqualTo(first.body().at("/usage"));
    assertThat(calls("say-3-0")).isOne();
    ask("say-3-0", "'store':true,'n':1").expectError(422, "idempotency_key_reused");
  }

  @Test
  void givesAKeptStreamAgain() throws InterruptedException {
    var options = "'store':true,'stream':true,'stream_options':{'include_usage':true}";
    assertThat(stream("say-3-0", options)).isEqualTo("w0 w1 w2  3");
    assertThat(stream("say-3-0", options)).isEqualTo("w0 w1 w2  3");
    assertThat(calls("say-3-0")).isOne();
  }

  @Test
  void doesNotAskTwiceForWhatIsNotKept() {
    ask("say-2-0", "'n':1").expect(200);
    var again = ask("say-2-0", "'n':1").expectError(409, "answer_not_kept");
    assertThat(again.header("x-should-retry")).isEqualTo("false");
    assertThat(calls("say-2-0")).isOne();
  }

  @Test
  void asksOnceMoreWhereTheFirstFailed() {
    ask("status-429-7", "'n':1").expect(429);
    ask("status-429-7", "'n':1").expect(429);
    assertThat(calls("status-429-7")).isEqualTo(2);
  }

  @Test
  void asksOnceForManyAtOnce() throws Exception {
    var answers = Together.run(8, _ -> ask("say-3-20", "'store':true"));
    assertThat(answers).extracting(Response::status).contains(200).isSubsetOf(200, 409);
    assertThat(answers)
        .as("who waits gets the answer")
        .allMatch(answer -> answer.header("x-should-retry").isEmpty());
    assertThat(calls("say-3-20")).isOne();
    assertThat(member.get("/conversations").body().get("data")).hasSize(1);
  }

  private Response ask(String model, String more) {
    return member.send("POST", PATH, body(model, more), key);
  }

  private String stream(String model, String more) throws InterruptedException {
    var headers = new TreeMap<>(member.headers());
    headers.putAll(key);
    var told = new StringBuilder();
    try (var stream = EventStream.post(server.uri(PATH), headers, body(model, more))) {
      for (var event : stream.readToEnd(PATIENCE)) {
        told.append(event.data().equals("[DONE]") ? "" : told(JSON.readTree(event.data())));
      }
    }
    return told.toString();
  }

  private static String told(JsonNode chunk) {
    var usage = chunk.at("/usage/completion_tokens").asString("");
    return chunk.at("/choices/0/delta/content").asString("") + (usage.isEmpty() ? "" : " " + usage);
  }

  private String body(String model, String more) {
    return """
    {"model":"%s","messages":[{"role":"user","content":"%s"}],%s}\
    """
        .formatted(model, question, more.replace('\'', '"'));
  }

  private long calls(String model) {
    return server.model().calls(model).stream()
        .filter(call -> call.raw().contains(question))
        .count();
  }
}
