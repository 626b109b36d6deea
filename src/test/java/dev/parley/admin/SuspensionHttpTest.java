package dev.parley.admin;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@Contract
class SuspensionHttpTest {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final TestServer SERVER = TestServer.start();
  private static final Client ADMIN = SERVER.admin();

  private final Client member = SERVER.member();
  private final String account = member.get("/account").text("id");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Keeps("token.dead")
  @Test
  void endsAllAccess() {
    var token = member.post("/account/tokens", "{'name':'Notes'}").expect(201).text("token");
    var program = member.withToken(token);
    program.get("/conversations").expect(200);
    var changed = change("{'status':'suspended'}").expect(200);

    assertThat(changed.text("status")).isEqualTo("suspended");
    member.get("/account").expectProblem(401, "unauthenticated");
    program.get("/conversations").expectProblem(401, "unauthenticated");
    member
        .post("/auth/refresh", Map.of("refresh_token", String.valueOf(member.refreshToken())))
        .expectProblem(401, "invalid_refresh_token");
  }

  @Test
  void answersALogInLikeAWrongPassword() {
    change("{'status':'suspended'}").expect(200);
    var right = logIn(Client.PASSWORD);
    var wrong = logIn("not this one");

    right.expectProblem(401, "invalid_credentials");
    assertThat(right.bodyWithout("request_id")).isEqualTo(wrong.bodyWithout("request_id"));
  }

  @Keeps("token.dead")
  @Test
  void endsStreamsAndStopsAnswers() throws InterruptedException {
    var model = GatedModel.of(SERVER, 3);
    try (var answer = OpenAnswer.of(member, model);
        var feed = EventStream.get(SERVER.uri("/events"), member.headers())) {
      assertThat(feed.next(SOON).name()).isEqualTo("ready");
      model.release(1);
      answer.nextText(model.text(1).length());
      change("{'status':'suspended'}").expect(200);

      var end = answer.stream().readToEnd(SOON).getLast();
      assertThat(end.json().path("code").stringValue()).isEqualTo("session_ended");
      assertThat(feed.readToEnd(SOON).getLast().name()).isEqualTo("closed");
      assertThat(model.call().awaitClosed(SOON)).as("closed at the model").isTrue();
      change("{'status':'active'}").expect(200);
      var stored = member.signInAgain().get("/messages/" + answer.id()).expect(200);
      assertThat(stored.text("status")).isEqualTo("stopped");
      assertThat(stored.text("content")).isEqualTo(model.text(1));
    }
  }

  @Test
  void canBeLifted() {
    var token = member.post("/account/tokens", "{'name':'Notes'}").expect(201).text("token");
    change("{'status':'suspended'}").expect(200);
    member.withToken(token).get("/conversations").expect(401);
    change("{'status':'active'}").expect(200);

    member.get("/account").expectProblem(401, "unauthenticated");
    member.signInAgain().get("/account").expect(200);
    member.withToken(token).get("/conversations").expect(200);
  }

  @Test
  void isKnownAfterAStart() {
    var before = TestServer.start();
    var admin = before.admin();
    var suspended = before.member();
    var id = suspended.get("/account").text("id");
    admin.patch("/admin/users/" + id, "{'status':'suspended'}").expect(200);
    before.close();

    try (var after = TestServer.start("--parley.data.folder=" + before.data())) {
      var nobody = after.client();
      nobody.withToken(String.valueOf(suspended.token())).get("/account").expect(401);
      nobody.withToken(String.valueOf(admin.token())).get("/account").expect(200);
    }
  }

  @Test
  void takesARoleAwayAtOnce() {
    var other = SERVER.admin();
    other.get("/admin/users").expect(200);
    var id = other.get("/account").text("id");
    ADMIN.patch("/admin/users/" + id, "{'role':'user'}").expect(200);

    other.get("/admin/users").expectProblem(401, "unauthenticated");
    other.signInAgain().get("/admin/users").expectProblem(403, "forbidden");
  }

  @Test
  void givesARole() {
    change("{'role':'admin'}").expect(200);

    member.signInAgain().get("/admin/users").expect(200);
    change("{'role':'user'}").expect(200);
  }

  @Test
  void keepsTheLastAdministrator() {
    try (var own = TestServer.start()) {
      var admin = own.admin();
      var path = "/admin/users/" + admin.get("/account").text("id");
      admin.patch(path, "{'role':'user'}").expectProblem(409, "last_admin");
      admin.patch(path, "{'status':'suspended'}").expectProblem(409, "last_admin");
      admin.get("/admin/users").expect(200);
      own.admin();
      admin.patch(path, "{'role':'user'}").expect(200);
    }
  }

  private Response change(String body) {
    return ADMIN.patch("/admin/users/" + account, body);
  }

  private Response logIn(String password) {
    var email = String.valueOf(member.email());
    return SERVER.client().post("/auth/login", Map.of("email", email, "password", password));
  }
}
