package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Contract
class PasswordChangeHttpTest {

  private static final String NEXT = "staple battery horse correct";
  private static final Duration SOON = Duration.ofSeconds(5);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void takesTheNewPasswordFromThenOn() {
    change(member, Client.PASSWORD, NEXT).expect(204);

    logIn(Client.PASSWORD).expectProblem(401, "invalid_credentials");
    logIn(NEXT).expect(200);
  }

  @Keeps("token.dead")
  @Test
  void endsEveryOtherSessionWithItsStreams() throws InterruptedException {
    var thief = member.signInAgain();
    try (var theirs = listen(thief);
        var own = listen(member)) {
      change(member, Client.PASSWORD, NEXT).expect(204);

      assertThat(theirs.readToEnd(SOON).getLast().name()).isEqualTo("closed");
      thief.get("/account").expectProblem(401, "unauthenticated");
      refresh(thief).expectProblem(401, "invalid_refresh_token");
      member.conversation();
      assertThat(own.next(SOON).name()).isEqualTo("conversation.created");
      refresh(member).expect(200);
    }
  }

  @Test
  void asksForTheCurrentPassword() {
    var other = member.signInAgain();
    change(member, "not this one", NEXT).expectProblem(403, "wrong_password");

    other.get("/account").expect(200);
    logIn(Client.PASSWORD).expect(200);
  }

  @Test
  void refusesAPasswordThatIsNone() {
    change(member, Client.PASSWORD, "short").expectInvalid("new_password");
    change(member, Client.PASSWORD, "x".repeat(129)).expectInvalid("new_password");
    member.post("/account/password", "{}").expectInvalid("current_password", "new_password");
    member
        .post(
            "/account/password",
            Map.of("current_password", Client.PASSWORD, "new_password", NEXT, "email", "a@b.c"))
        .expectInvalid("email");
  }

  private static Response change(Client who, String current, String next) {
    return who.post("/account/password", Map.of("current_password", current, "new_password", next));
  }

  private Response logIn(String password) {
    return server
        .client()
        .post("/auth/login", Map.of("email", String.valueOf(member.email()), "password", password));
  }

  private static Response refresh(Client who) {
    return who.post("/auth/refresh", Map.of("refresh_token", String.valueOf(who.refreshToken())));
  }

  private EventStream listen(Client who) throws InterruptedException {
    var feed = EventStream.get(server.uri("/events"), who.headers());
    assertThat(feed.next(SOON).name()).isEqualTo("ready");
    return feed;
  }
}
