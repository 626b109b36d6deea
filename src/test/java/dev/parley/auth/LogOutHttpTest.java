package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogOutHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client REGISTERED = SERVER.member();

  private final Client nobody = SERVER.client();
  private final Client member = signIn();

  @Keeps("token.dead")
  @Test
  void endsTheAccessTokenAtOnce() {
    member.get("/account").expect(200);
    assertThat(logOut(member).expect(204).raw()).isEmpty();
    member.get("/account").expectProblem(401, "unauthenticated");
  }

  @Test
  void endsTheRefreshToken() {
    logOut(member).expect(204);
    refresh(String.valueOf(member.refreshToken())).expectProblem(401, "invalid_refresh_token");
  }

  @Test
  void endsTheWholeFamilyWithASpentToken() {
    var renewed = refresh(String.valueOf(member.refreshToken())).expect(200);
    logOut(member).expect(204);
    refresh(renewed.text("refresh_token")).expectProblem(401, "invalid_refresh_token");
    member.withToken(renewed.text("access_token")).get("/account").expect(401);
  }

  @Test
  void canBeDoneTwice() {
    logOut(member).expect(204);
    logOut(member).expect(204);
  }

  @Test
  void tellsNothingAboutATokenThatItDoesNotKnow() {
    nobody.post("/auth/logout", Map.of("refresh_token", "garbage")).expect(204);
    nobody.post("/auth/logout", Map.of("refresh_token", "")).expect(204);
  }

  @Test
  void asksForAToken() {
    nobody.post("/auth/logout", "{}").expectInvalid("refresh_token");
  }

  @Test
  void leavesOtherSessionsOfTheAccount() {
    var other = signIn();
    logOut(member).expect(204);
    other.get("/account").expect(200);
    refresh(String.valueOf(other.refreshToken())).expect(200);
  }

  private static Client signIn() {
    return SERVER.client().signIn(String.valueOf(REGISTERED.email()), Client.PASSWORD);
  }

  private Response logOut(Client whom) {
    return nobody.post(
        "/auth/logout", Map.of("refresh_token", String.valueOf(whom.refreshToken())));
  }

  private Response refresh(String token) {
    return nobody.post("/auth/refresh", Map.of("refresh_token", token));
  }
}
