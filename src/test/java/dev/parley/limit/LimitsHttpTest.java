package dev.parley.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LimitsHttpTest {

  private static final TestServer SERVER =
      TestServer.start(
          "--PARLEY_LIMIT_ADDRESS_SESSIONS=50/1h",
          "--PARLEY_LIMIT_ADDRESS_CHAT=2/1h",
          "--PARLEY_LIMIT_ACCOUNT_QUESTIONS=3/1h",
          "--PARLEY_LIMIT_ACCOUNT_LOGINS=3/1h");
  private static final Map<String, String> CHAT =
      Map.of("developer_message", "Be brief.", "user_message", "Hello", "api_key", "sk-mine");

  private final Client client = SERVER.client();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Keeps("sessions.limit")
  @Test
  void letThroughExactlySoManyOfAllAtOnce() throws InterruptedException {
    var answers = Together.run(200, i -> beginSession("10.0.0." + i));
    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(50);
    assertThat(answers.stream().filter(answer -> answer.status() != 200))
        .allSatisfy(
            refused -> {
              refused.expectProblem(429, "rate_limited");
              assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
              assertThat(refused.header("RateLimit")).startsWith("\"address-sessions\";r=0;t=");
              assertThat(refused.header("RateLimit-Policy"))
                  .isEqualTo("\"address-sessions\";q=50;w=3600");
            });
  }

  @Test
  void countQuestionsWithAnOwnKeyByAddress() {
    assertThat(client.post("/api/chat", CHAT).expect(200).header("RateLimit"))
        .startsWith("\"address-chat\";r=1;t=");
    client.post("/api/chat", CHAT).expect(200);
    client.post("/api/chat", CHAT).expectProblem(429, "rate_limited");
    assertThat(SERVER.insider().get("/metrics").expect(200).raw())
        .contains("parley_refusals_total{code=\"rate_limited\",limit=\"ADDRESS_CHAT\"} 1");
  }

  @Test
  void countTheQuestionsOfAnAccountByWhateverDoor() {
    var member = SERVER.member();
    var conversation = member.conversation();
    member.ask(conversation, "say-1-0", "Hello").expect(200);
    var second = member.post("/openai/question", "{'question':'Hello'}").expect(200);
    assertThat(second.header("RateLimit")).startsWith("\"account-questions\";r=1;t=");
    assertThat(second.header("RateLimit-Policy")).isEqualTo("\"account-questions\";q=3;w=3600");
    member.ask(conversation, "say-1-0", "Hello").expect(200);
    member.post("/openai/question", "{'question':'Hello'}").expectProblem(429, "rate_limited");
    member.ask(conversation, "say-1-0", "Hello").expectProblem(429, "rate_limited");

    SERVER.member().post("/openai/question", "{'question':'Hello'}").expect(200);
  }

  @Test
  void countNoQuestionThatIsRefusedForItsForm() {
    var member = SERVER.member();
    for (var i = 0; i < 5; i++) {
      member.post("/openai/question", "{'question':''}").expectInvalid("question");
    }
    member.post("/openai/question", "{'question':'Hello'}").expect(200);
  }

  @Test
  void countWrongPasswordsAndNotRightOnes() {
    var email = String.valueOf(SERVER.member().email());
    for (var i = 0; i < 5; i++) {
      logIn(email, Client.PASSWORD).expect(200);
    }
    for (var i = 0; i < 3; i++) {
      logIn(email, "wrong-password").expectProblem(401, "invalid_credentials");
    }
    logIn(email, "wrong-password").expectProblem(429, "rate_limited");
    logIn(email.toUpperCase(Locale.ROOT), "wrong").expectProblem(429, "rate_limited");
  }

  private Response logIn(String email, String password) {
    return client.post("/auth/login", Map.of("email", email, "password", password));
  }

  /// Says that it comes from elsewhere, which nobody has to believe.
  private Response beginSession(String elsewhere) {
    return client.send(
        "POST", "/session/initialize_session", null, Map.of("X-Forwarded-For", elsewhere));
  }
}
