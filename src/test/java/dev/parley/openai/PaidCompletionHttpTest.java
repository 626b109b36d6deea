package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What chat completions cost, and what goes on record of them.
@Contract
class PaidCompletionHttpTest {

  private static final String PATH = "/v1/chat/completions";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final TestServer SERVER = TestServer.start();

  private final Client member = SERVER.member();
  private final String account = member.get("/account").expect(200).text("id");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void settlesWhatTheModelTellsAlsoOfAStreamThatDidNotAsk() throws InterruptedException {
    member.post(PATH, question("say-3-0", "")).expect(200);
    assertThat(tokens("used")).isEqualTo(13);
    stream(question("say-3-0", ",'stream':true"));
    assertThat(tokens("used")).isEqualTo(26);
    assertThat(tokens("held")).isZero();
  }

  @Test
  void holdsWhatAnAnswerMayCostWhileItIsWritten() throws InterruptedException {
    var model = GatedModel.of(SERVER, 1);
    var body = question(model.name(), ",'stream':true,'max_tokens':700,'n':3").replace('\'', '"');
    try (var stream = EventStream.post(SERVER.uri(PATH), member.headers(), body)) {
      stream.next(PATIENCE);
      assertThat(tokens("held")).isBetween(2_100L, 2_200L);
      model.release(1);
      stream.readToEnd(PATIENCE);
    }
    assertThat(tokens("held")).isZero();
  }

  @Test
  void refusesWhatMayCostMoreThanThereIs() {
    SERVER
        .admin()
        .patch("/admin/users/" + account, "{'budget':{'day':{'tokens':1000}}}")
        .expect(200);
    var refused = member.post(PATH, question("say-1-7", "")).expectError(429, "insufficient_quota");
    assertThat(refused.body().at("/error/type").asString()).isEqualTo("insufficient_quota");
    assertThat(refused.header("x-should-retry")).isEqualTo("false");
    assertThat(SERVER.model().count("say-1-7")).isZero();
    var answered = member.post(PATH, question("say-1-7", ",'max_completion_tokens':100"));
    assertThat(answered.expect(200).header("x-ratelimit-limit-tokens")).isEqualTo("1000");
    assertThat(answered.header("x-ratelimit-remaining-tokens")).isEqualTo("1000");
    assertThat(answered.header("x-ratelimit-reset-tokens")).matches("(\\d+h)?(\\d+m)?\\d+s");
  }

  @Test
  void costsNothingWhereTheModelNeverWorkedOnIt() {
    member.post(PATH, question("status-400", "")).expectError(422, "model_refused");
    assertThat(tokens("used") + tokens("held")).isZero();
  }

  @Test
  void standsOnRecord() {
    var answer = member.post(PATH, question("say-3-0", "")).expect(200);
    var events = SERVER.admin().get("/admin/audit?actor=" + account).expect(200).body().get("data");
    var asked = event(events, "completion_asked");
    var ended = event(events, "completion_ended");
    assertThat(asked.get("request_id").asString()).isEqualTo(answer.header("X-Request-Id"));
    assertThat(ended.get("outcome").asString()).isEqualTo("completed");
    assertThat(ended.get("subject").asString()).isEqualTo(asked.get("subject").asString());
    assertThat(ended.at("/hashes/content").asString()).hasSize(43);
    assertThat(events.toString()).doesNotContain("curlews").doesNotContain("w0 w1");
  }

  @Test
  void isPaidByTheAccountsOwnKey() throws InterruptedException {
    member
        .send("PUT", "/account/api-key", "{\"api_key\":\"sk-of-my-own-0123456789\"}", Map.of())
        .expect(200);
    member.post(PATH, question("say-2-9", "")).expect(200);
    assertThat(SERVER.model().awaitCall("say-2-9", PATIENCE).bearer())
        .isEqualTo("sk-of-my-own-0123456789");
    member.post(PATH, question("status-401", "")).expectError(424, "model_key_rejected");
  }

  private void stream(String body) throws InterruptedException {
    try (var stream =
        EventStream.post(SERVER.uri(PATH), member.headers(), body.replace('\'', '"'))) {
      stream.readToEnd(PATIENCE);
    }
  }

  private static JsonNode event(JsonNode events, String kind) {
    return events
        .valueStream()
        .filter(event -> kind.equals(event.get("kind").asString()))
        .findFirst()
        .orElseThrow();
  }

  private long tokens(String which) {
    return member.get("/account/usage").expect(200).body().at("/day/tokens/" + which).longValue();
  }

  private static String question(String model, String fields) {
    return "{'model':'%s','messages':[{'role':'user','content':'Where do curlews winter?'}]%s}"
        .formatted(model, fields);
  }
}
