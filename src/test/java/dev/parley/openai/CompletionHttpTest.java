package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Call;
import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Chat completions that are not streamed.
class CompletionHttpTest {

  private static final String PATH = "/v1/chat/completions";
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void passesQuestionAndAnswerOnByteForByte() throws InterruptedException {
    var answer =
        """
        {"id" : "x", "choices":[ {"index":0,"message":{"role":"assistant","content":null,
        "tool_calls":[{"id":"call_1","type":"function","function":{"name":"f","arguments":"{}"}}]},
        "logprobs":{"content":[]},"finish_reason":"tool_calls"},
        {"index":1, "message":{"content":"\\u00e9😀"}, "finish_reason":"length"}],
        "service_tier":"default", "usage":{"prompt_tokens":7,"completion_tokens":9}, "other":1.50 }
        """;
    server.model().with("whole-verbatim", x -> x.wire().respondWithJson(200, answer));
    var question =
        """
        { "model":"whole-verbatim" , "messages":[{"role":"user","content":[{"type":"text",
        "text":"\\u00e9😀"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]}],
        "tools":[{"type":"function","function":{"name":"f","parameters":{}}}], "n":2, "seed":0.10e1,
        "logprobs":true, "response_format":{"type":"json_object"}, "unheard_of":[1, 2] }
        """;
    var response = member.send("POST", PATH, question, Map.of()).expect(200);

    assertThat(response.raw()).isEqualTo(answer);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(call("whole-verbatim").raw()).isEqualTo(question);
  }

  @Test
  void asksWithTheServersKey() throws InterruptedException {
    ask(member, "say-2-1").expect(200);
    assertThat(call("say-2-1").bearer()).startsWith("sk-the-servers-own-key");
  }

  @Test
  void asksTheDefaultModelWhereNoneIsNamed() {
    var answer = member.post(PATH, "{'messages':[{'role':'user','content':'Hi'}]}").expect(200);
    assertThat(answer.text("model")).isEqualTo("say-3-0");
    assertThat(answer.body().at("/choices/0/message/content").asString()).isEqualTo("w0 w1 w2 ");
  }

  @Test
  void keepsToItselfWhatIsNotForTheModel() throws InterruptedException {
    member
        .post(
            PATH,
            "{'model':'say-2-2','store':false,'metadata':{'a':'b'},'messages':[{'role':'user'}]}")
        .expect(200);
    assertThat(call("say-2-2").raw())
        .isEqualTo("{\"model\":\"say-2-2\",\"messages\":[{\"role\":\"user\"}]}");
  }

  @Test
  void storesNothing() {
    var before = rows();
    ask(member, "say-2-0").expect(200);
    assertThat(rows()).isEqualTo(before);
    assertThat(member.get("/conversations").expect(200).body().get("data")).isEmpty();
  }

  @Keeps("gone.passed")
  @Test
  void endsTheAnswerWhenTheClientLeaves() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    var body =
        "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
            .formatted(model.name());
    try (var waiting = EventStream.post(server.uri(PATH), member.headers(), body)) {
      model.call();
      waiting.drop();
    }
    assertThat(model.call().awaitClosed(A_SECOND)).as("closed at the model").isTrue();
  }

  @Test
  void acceptsWhateverClientsAccept() {
    for (var accept : new String[] {"*/*", "text/event-stream", "application/json", "text/plain"}) {
      var body = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
      assertThat(member.send("POST", PATH, body, Map.of("Accept", accept)).expect(200).raw())
          .startsWith("{");
    }
  }

  @Test
  void tellsHowMuchIsLeft() {
    try (var limited = TestServer.start("--PARLEY_LIMIT_ACCOUNT_QUESTIONS=2/1m")) {
      var asker = limited.member();
      assertThat(ask(asker, "say-1-0").expect(200).header("RateLimit"))
          .startsWith("\"account-questions\";r=1;");
      var second = ask(asker, "say-1-0").expect(200);
      assertThat(second.header("x-ratelimit-limit-requests")).isEqualTo("2");
      assertThat(second.header("x-ratelimit-remaining-requests")).isEqualTo("0");
      assertThat(second.header("x-ratelimit-reset-requests")).matches("1m0s|\\d+s");
      var refused = ask(asker, "say-1-0").expectError(429, "rate_limit_exceeded");
      assertThat(refused.header("Retry-After")).isNotBlank();
      assertThat(limited.model().count()).isEqualTo(2);
    }
  }

  static Response ask(Client client, String model) {
    return client.post(
        PATH, "{'model':'%s','messages':[{'role':'user','content':'Hello'}]}".formatted(model));
  }

  private Call call(String model) throws InterruptedException {
    return server.model().awaitCall(model, A_SECOND);
  }

  private long rows() {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM messages m JOIN users u ON 1 = 1 WHERE u.email = ?")
        .param(String.valueOf(member.email()))
        .query(Long.class)
        .single();
  }
}
