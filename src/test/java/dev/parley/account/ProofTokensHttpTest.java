package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.MailServer;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tokens that go by mail: what is refused, and what is kept of them.
@Contract
class ProofTokensHttpTest {

  private static final MailServer MAIL = MailServer.start();
  private static final TestServer SERVER = MAIL.sender();

  private final Client nobody = SERVER.client();
  private final String email = UUID.randomUUID() + "@example.com";

  @AfterAll
  static void close() {
    SERVER.close();
    MAIL.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "''",
        "' '",
        "0",
        "true",
        "[]",
        "['a']",
        "{}",
        "{'token':'a'}",
        "'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'",
        "'%'",
        "'\\u0000'"
      })
  void areRefusedAllAlikeWhateverElseIsSent(String token) {
    var refused = verify("{'token':%s}".formatted(token));
    assertThat(problem(refused)).isEqualTo(problem(verify("{}")));
    problem(reset("{'token':%s,'password':'nine brass kettles'}".formatted(token)));
    problem(reset("{'token':%s}".formatted(token)));
  }

  @Test
  void areTakenOnceHoweverManyShowThemAtOnce() throws InterruptedException {
    var body = "{'token':'%s'}".formatted(registered());
    var answers = Together.run(20, _ -> verify(body).status());
    assertThat(answers).containsOnly(204, 400).containsOnlyOnce(204);
    problem(verify(body));
    nobody.signIn(email, Client.PASSWORD);
  }

  @Test
  void holdForADayWhereAnAddressIsVerified() {
    var own = MAIL.sender();
    try (own) {
      var late = token(own, "/auth/register");
      own.clock().advance(Duration.ofHours(24));
      problem(own.client().post("/auth/verify-email", Map.of("token", late)));
      var inTime = token(own, "/auth/verify-email/resend");
      own.clock().advance(Duration.ofHours(23).plusMinutes(59));
      own.client().post("/auth/verify-email", Map.of("token", inTime)).expect(204);
    }
  }

  @Keeps("link.stored")
  @Test
  void holdForTenMinutesWhereAPasswordIsChosen() {
    var own = MAIL.sender();
    try (own) {
      token(own, "/auth/register");
      var late = token(own, "/auth/password/forgot");
      own.clock().advance(Duration.ofMinutes(10));
      problem(resetAt(own, late));
      var inTime = token(own, "/auth/password/forgot");
      own.clock().advance(Duration.ofMinutes(9));
      resetAt(own, inTime).expect(204);
    }
  }

  @Keeps("link.stored")
  @Test
  void areKeptAsHashesAlone() {
    var token = registered();
    var rows =
        Stream.of("one_time_tokens", "outbox", "registrations")
            .flatMap(
                table ->
                    SERVER
                        .bean(JdbcClient.class)
                        .sql("SELECT * FROM " + table)
                        .query()
                        .listOfRows()
                        .stream())
            .map(Object::toString)
            .toList();
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
    assertThat(token).hasSize(43);
  }

  @Keeps("link.once")
  @Test
  void areNotTakenByOpeningThePage() {
    var token = registered();
    nobody.get("/verify").expect(200);
    verify("{'token':'%s'}".formatted(token)).expect(204);
  }

  private String registered() {
    nobody.post("/auth/register", Map.of("email", email, "password", Client.PASSWORD)).expect(202);
    return MAIL.next(email).token();
  }

  private String token(TestServer server, String call) {
    server.client().post(call, Map.of("email", email, "password", Client.PASSWORD)).expect(202);
    return MAIL.next(email).token();
  }

  private static Response resetAt(TestServer server, String token) {
    return server
        .client()
        .post("/auth/password/reset", Map.of("token", token, "password", "nine brass kettles"));
  }

  private Response verify(String body) {
    return nobody.post("/auth/verify-email", body);
  }

  private Response reset(String body) {
    return nobody.post("/auth/password/reset", body);
  }

  private static Object problem(Response response) {
    return response.expectProblem(400, "invalid_token").bodyWithout("request_id");
  }
}
