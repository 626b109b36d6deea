package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.ImpatientServer;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How a stream ends that neither the model nor the client ends, and one whose client is slow.
class CompletionEndsHttpTest {

  private static final String PATH = "/v1/chat/completions";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();
  private final GatedModel model = GatedModel.of(server, 2);

  @Test
  void endsWithTheTokenThatItRestsOn() throws InterruptedException {
    var token =
        member.post("/account/tokens", Map.of("name", "A client", "scopes", new String[] {"chat"}));
    try (var stream = ask(member.withToken(token.text("token")))) {
      member.delete("/account/tokens/" + token.text("id")).expect(204);
      assertEnds(stream, "session_ended");
    }
  }

  @Test
  void endsWithTheAccount() throws InterruptedException {
    try (var stream = ask(member)) {
      member.send("DELETE", "/account", password(), Map.of()).expect(200);
      assertEnds(stream, "gone");
    }
  }

  @Test
  void endsWithTheKeyThatPaysForIt() throws InterruptedException {
    var key = "{\"api_key\":\"sk-of-my-own-0123456789\"}";
    member.send("PUT", "/account/api-key", key, Map.of()).expect(200);
    try (var stream = ask(member)) {
      member.delete("/account/api-key").expect(204);
      assertEnds(stream, "gone");
    }
  }

  @Test
  void keepsTheConnectionOpenWhileThereIsNothingToSay() throws InterruptedException {
    var impatient = ImpatientServer.shared();
    var asker = impatient.member();
    try (var stream = EventStream.post(impatient.uri(PATH), asker.headers(), body("silent"))) {
      assertThat(stream.nextComment(FIVE_SECONDS)).isEmpty();
      assertEnds(stream, "model_timeout");
    }
  }

  @Test
  void losesNothingWhereTheClientIsSlow() throws IOException, InterruptedException {
    var pieces = 60_000;
    var request =
        HttpRequest.newBuilder(server.uri(PATH))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body("say-%d-0".formatted(pieces))));
    member.headers().forEach(request::header);
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofInputStream());
      // Nothing of it is read before the model has had to wait.
      var call = server.model().awaitCall("say-%d-0".formatted(pieces), PATIENCE);
      assertThat(call.awaitAnswered(Duration.ofSeconds(2))).as("the model is held back").isFalse();
      var stream = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(stream).endsWith("data: [DONE]\n\n");
      assertThat(stream.split("\"content\":\"w", -1)).hasSize(pieces + 1);
    }
  }

  private EventStream ask(Client asker) throws InterruptedException {
    var stream = EventStream.post(server.uri(PATH), asker.headers(), body(model.name()));
    stream.next(PATIENCE);
    return stream;
  }

  private static void assertEnds(EventStream stream, String code) throws InterruptedException {
    var last = stream.readToEnd(FIVE_SECONDS).getLast();
    assertThat(last.json().at("/error/code").asString()).isEqualTo(code);
  }

  private static String password() {
    return "{\"password\":\"%s\"}".formatted(Client.PASSWORD);
  }

  private static String body(String model) {
    return """
    {"model":"%s","stream":true,"messages":[{"role":"user","content":"Hello"}]}\
    """
        .formatted(model);
  }
}
