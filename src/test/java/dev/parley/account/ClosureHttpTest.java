package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Contract
class ClosureHttpTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  /// Whatever its holder may have known of.
  private static final Set<String> KINDS =
      Set.of(
          "access_tokens",
          "balances",
          "conversations",
          "feedback",
          "idempotency_keys",
          "ledger_entries",
          "messages",
          "model_keys",
          "sessions",
          "usage_days");

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void countsWhatItDeletes() {
    var conversation = member.conversation();
    var answer = member.ask(conversation, "say-1-0", "One").expect(200);
    member.ask(conversation, "say-1-0", "Two").expect(200);
    member.conversation();
    var id = answer.body().at("/message/id").stringValue();
    member
        .send("PUT", "/messages/%s/feedback".formatted(id), "{\"rating\":\"up\"}", Map.of())
        .expect(204);
    member.post("/account/tokens", "{'name':'Notes'}").expect(201);
    member.send("POST", "/conversations", "{}", Map.of("Idempotency-Key", "one")).expect(201);
    member.signInAgain();
    var account = member.get("/account").text("id");
    var receipt = close(Client.PASSWORD).expect(200);

    assertThat(receipt.text("id")).isEqualTo(account);
    var deleted = receipt.body().path("deleted");
    assertThat(deleted.path("conversations").intValue()).isEqualTo(3);
    assertThat(deleted.path("messages").intValue()).isEqualTo(4);
    assertThat(deleted.path("feedback").intValue()).isEqualTo(1);
    assertThat(deleted.path("access_tokens").intValue()).isEqualTo(1);
    assertThat(deleted.path("idempotency_keys").intValue()).isEqualTo(1);
    assertThat(deleted.path("sessions").intValue()).isEqualTo(2);
    assertThat(deleted.path("model_keys").intValue()).isZero();
    assertThat(deleted.propertyNames()).isSubsetOf(KINDS);
  }

  @Keeps("deleted.stays")
  @Test
  void leavesNothing() {
    var other = member.signInAgain();
    var token = member.post("/account/tokens", "{'name':'Notes'}").expect(201).text("token");
    member.ask(member.conversation(), "say-1-0", "Hello").expect(200);
    var account = member.get("/account").text("id");
    close(Client.PASSWORD).expect(200);

    member.get("/account").expectProblem(401, "unauthenticated");
    other.get("/account").expectProblem(401, "unauthenticated");
    member.withToken(token).get("/conversations").expectProblem(401, "unauthenticated");
    other
        .post("/auth/refresh", Map.of("refresh_token", String.valueOf(other.refreshToken())))
        .expectProblem(401, "invalid_refresh_token");
    logIn().expectProblem(401, "invalid_credentials");
    assertThat(rows("users WHERE id = '%s'".formatted(account))).isZero();
    assertThat(rows("conversations WHERE owner_id = '%s'".formatted(account))).isZero();
    assertThat(rows("sessions WHERE user_id = '%s'".formatted(account))).isZero();
  }

  @Test
  void freesTheAddress() {
    close(Client.PASSWORD).expect(200);
    var email = String.valueOf(member.email());
    server
        .client()
        .post("/auth/register", Map.of("email", email, "password", Client.PASSWORD))
        .expect(201);

    logIn().expect(200);
  }

  @Keeps("deleted.stream")
  @Test
  void endsWhatIsBeingWrittenAndWhoeverListens() throws InterruptedException {
    var model = GatedModel.of(server, 3);
    try (var answer = OpenAnswer.of(member, model);
        var feed = EventStream.get(server.uri("/events"), member.headers())) {
      assertThat(feed.next(SOON).name()).isEqualTo("ready");
      model.release(1);
      answer.nextText();
      close(Client.PASSWORD).expect(200);

      var end = answer.stream().readToEnd(SOON).getLast();
      assertThat(end.name()).isEqualTo("message.failed");
      assertThat(end.json().path("code").stringValue()).isEqualTo("gone");
      assertThat(end.json().path("message").isNull()).isTrue();
      assertThat(model.call().awaitClosed(SOON)).as("closed at the model").isTrue();
      var last = feed.readToEnd(SOON).getLast();
      assertThat(last.name()).isEqualTo("closed");
      assertThat(last.json().path("code").stringValue()).isEqualTo("gone");
      assertThat(rows("messages WHERE id = '%s'".formatted(answer.id()))).isZero();
    }
  }

  @Test
  void asksForThePassword() {
    close("not this one").expectProblem(403, "wrong_password");
    member.send("DELETE", "/account", "{}", Map.of()).expectInvalid("password");

    member.get("/account").expect(200);
  }

  @Test
  void finishesWhatACrashBrokeOff() {
    member.ask(member.conversation(), "say-1-0", "Hello").expect(200);
    var account = member.get("/account").text("id");
    server.bean(Closures.class).begin(account);
    member.get("/account").expectProblem(401, "unauthenticated");
    logIn().expectProblem(401, "invalid_credentials");
    assertThat(rows("conversations WHERE owner_id = '%s'".formatted(account))).isEqualTo(1);
    server.bean(Closing.class).finishWhatWasBrokenOff();

    assertThat(rows("users WHERE id = '%s'".formatted(account))).isZero();
    assertThat(rows("conversations WHERE owner_id = '%s'".formatted(account))).isZero();
  }

  /// As on another node, which hears of it within 2 seconds.
  @Test
  void leavesNobodyWhereItsEndIsNotHeardOfYet() {
    var account = member.get("/account").text("id");
    server.write(
        "UPDATE users SET status = 'deleted', email = id, password_hash = '' WHERE id = ?",
        account);

    close(Client.PASSWORD).expectProblem(401, "unauthenticated");
    member.get("/account").expectProblem(401, "unauthenticated");
    member
        .send("PATCH", "/account", "{\"name\":\"Ada\"}", Map.of())
        .expectProblem(401, "unauthenticated");
    member
        .post(
            "/account/password",
            Map.of("current_password", Client.PASSWORD, "new_password", Client.PASSWORD))
        .expectProblem(401, "unauthenticated");
  }

  @Test
  void keepsTheLastAdministrator() {
    try (var own = TestServer.start()) {
      var admin = own.admin();
      var body = "{\"password\":\"%s\"}".formatted(Client.PASSWORD);
      admin.send("DELETE", "/account", body, Map.of()).expectProblem(409, "last_admin");
      admin.get("/account").expect(200);
      own.admin();
      admin.send("DELETE", "/account", body, Map.of()).expect(200);
    }
  }

  private Response close(String password) {
    var body = "{\"password\":\"%s\"}".formatted(password);
    return member.send("DELETE", "/account", body, Map.of());
  }

  private Response logIn() {
    var email = String.valueOf(member.email());
    return server.client().post("/auth/login", Map.of("email", email, "password", Client.PASSWORD));
  }

  private int rows(String what) {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM " + what)
        .query(Integer.class)
        .single();
  }
}
