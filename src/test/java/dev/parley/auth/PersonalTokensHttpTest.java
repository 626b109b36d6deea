package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.StoredRows;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// The personal access tokens of an account, as people manage them.
@Contract
class PersonalTokensHttpTest {

  private static final TestServer SERVER = TestServer.shared();

  private final Client member = SERVER.member();

  @Test
  void showsATokenOnce() {
    var made = member.post("/account/tokens", "{'name':'Notes'}").expect(201);

    assertThat(made.text("token")).startsWith("par_");
    assertThat(made.text("id")).startsWith("tok_");
    assertThat(made.body().get("scopes"))
        .extracting(JsonNode::stringValue)
        .containsExactly("chat", "read");
    var listed = member.get("/account/tokens").expect(200).body().get("data").get(0);
    assertThat(listed).isEqualTo(made.bodyWithout("token"));
    assertThat(made.text("token")).endsWith(listed.get("last_four").stringValue());
    assertThat(listed.get("expires_at").isNull()).isTrue();
    assertThat(listed.get("last_used_at").isNull()).isTrue();
  }

  @Test
  void storesNothingThatOpensAnything() {
    var made = member.post("/account/tokens", "{'name':'Notes'}").expect(201);
    assertThat(everythingStored())
        .contains(made.text("id"))
        .doesNotContain(made.text("token").substring(30, 73));
  }

  @Test
  void listsNewestFirstAndByPages() {
    var made = new ArrayList<String>();
    for (var name : List.of("first", "second", "third")) {
      made.add(member.post("/account/tokens", Map.of("name", name)).expect(201).text("id"));
    }
    var page = member.get("/account/tokens?limit=2").expect(200).body();
    var rest = member.get("/account/tokens?cursor=" + page.get("next_cursor").stringValue());

    assertThat(ids(page)).containsExactly(made.get(2), made.get(1));
    assertThat(ids(rest.expect(200).body())).containsExactly(made.get(0));
    assertThat(ids(SERVER.member().get("/account/tokens").body())).isEmpty();
  }

  @Test
  void endsATokenAtOnce() {
    var program = Program.of(member);
    program.client().get("/account").expect(200);

    member.delete("/account/tokens/" + program.id()).expect(204);

    program.client().get("/account").expectProblem(401, "unauthenticated");
    member.delete("/account/tokens/" + program.id()).expectProblem(404, "not_found");
  }

  @Test
  void endsItsStreamsWithAToken() throws InterruptedException {
    var program = Program.of(member);
    try (var events = EventStream.get(SERVER.uri("/events"), program.client().headers())) {
      member.delete("/account/tokens/" + program.id()).expect(204);
      events.readToEnd(Duration.ofSeconds(5));
    }
  }

  @Test
  void leavesOtherTokensAlone() {
    var one = Program.of(member);
    var other = Program.of(member);
    member.delete("/account/tokens/" + one.id()).expect(204);
    other.client().get("/account").expect(200);
  }

  @Test
  void endsAllOfAnAccount() {
    var one = Program.of(member);
    var other = Program.of(member);
    var strangers = Program.of(SERVER.member());
    one.client().get("/account").expect(200);
    assertThat(SERVER.bean(Access.class).endTokens(account())).isEqualTo(2);

    one.client().get("/account").expectProblem(401, "unauthenticated");
    other.client().get("/account").expectProblem(401, "unauthenticated");
    strangers.client().get("/account").expect(200);
    member.get("/account").expect(200);
  }

  @Test
  void endsWithItsAccountSuspended() {
    var program = Program.of(member);
    program.client().get("/account").expect(200);
    var account = account();
    new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class))
        .executeWithoutResult(_ -> suspend(account));

    program.client().get("/account").expectProblem(401, "unauthenticated");
  }

  @Test
  void givesTheSameTokenToTheSameRequest() {
    var key = Map.of("Idempotency-Key", "one");
    var body = "{\"name\":\"Notes\"}";
    var first = member.send("POST", "/account/tokens", body, key).expect(201);
    var second = member.send("POST", "/account/tokens", body, key).expect(201);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(ids(member.get("/account/tokens").body())).hasSize(1);
    member.withToken(second.text("token")).get("/account").expect(200);
    assertThat(everythingStored()).doesNotContain(first.text("token").substring(30, 73));
  }

  @Test
  void endsWithItsTime() {
    try (var server = TestServer.start()) {
      var owner = server.member();
      var until = Instant.now().plusSeconds(60).toString();
      var made =
          owner.post("/account/tokens", Map.of("name", "Notes", "expires_at", until)).expect(201);
      var program = owner.withToken(made.text("token"));

      program.get("/account").expect(200);
      server.clock().advance(Duration.ofSeconds(61));
      program.get("/account").expectProblem(401, "unauthenticated");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001-01-01T00:00:00Z", "tomorrow", "2100-01-01", "", "99999"})
  void takesNoExpiryThatIsPastOrNoTime(String text) {
    member
        .post("/account/tokens", Map.of("name", "Notes", "expires_at", text))
        .expectInvalid("expires_at");
  }

  @Test
  void takesAnExpiryInAnotherZone() {
    var made =
        member.post(
            "/account/tokens", Map.of("name", "Notes", "expires_at", "2100-01-01T02:00:00+02:00"));
    assertThat(made.expect(201).text("expires_at")).isEqualTo("2100-01-01T00:00:00Z");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    member.post("/account/tokens", "{}").expectInvalid("name");
    member.post("/account/tokens", "{'name':' '}").expectInvalid("name");
    member.post("/account/tokens", Map.of("name", "x".repeat(101))).expectInvalid("name");
    member.post("/account/tokens", "{'name':'a','scopes':[]}").expectInvalid("scopes");
    member.post("/account/tokens", "{'name':'a','scopes':['admin']}").expectInvalid("scopes");
    member.post("/account/tokens", "{'name':'a','scopes':[null]}").expectInvalid("scopes");
    member.post("/account/tokens", "{'name':'a','role':'admin'}").expectInvalid("role");
  }

  @Test
  void allowsFiftyOfAnAccount() {
    var ids = new ArrayList<String>();
    for (var n = 0; n < 50; n++) {
      ids.add(member.post("/account/tokens", "{'name':'One of many'}").expect(201).text("id"));
    }
    member.post("/account/tokens", "{'name':'More'}").expectProblem(409, "too_many_tokens");
    member.delete("/account/tokens/" + ids.getFirst()).expect(204);
    member.post("/account/tokens", "{'name':'Another'}").expect(201);
  }

  @Test
  void tellsWhenATokenWasUsedLast() {
    var program = Program.of(member);
    program.client().get("/account").expect(200);
    SERVER.bean(TokenUses.class).store();

    var listed = member.get("/account/tokens").body().get("data").get(0);
    assertThat(Instant.parse(listed.get("last_used_at").stringValue()))
        .isBetween(Instant.now().minusSeconds(30), Instant.now());
  }

  private String account() {
    return member.get("/account").expect(200).text("id");
  }

  private static void suspend(String account) {
    SERVER
        .bean(JdbcClient.class)
        .sql("UPDATE users SET status = 'suspended' WHERE id = :id")
        .param("id", account)
        .update();
    SERVER.bean(Revocations.class).add(AccessEnded.Kind.ACCOUNT_SUSPENDED, account);
  }

  private static List<String> ids(JsonNode page) {
    return page.get("data").valueStream().map(row -> row.get("id").stringValue()).toList();
  }

  private static String everythingStored() {
    return StoredRows.text(SERVER);
  }
}
