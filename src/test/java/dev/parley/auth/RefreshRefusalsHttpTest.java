package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshRefusalsHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  private final Client nobody = SERVER.client();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "garbage",
        "ref_",
        "ref_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "' OR 1 = 1 --",
        "\u0000"
      })
  void refusesATokenThatItDoesNotKnow(String token) {
    refresh(token).expectProblem(401, "invalid_refresh_token");
  }

  @Test
  void refusesAccessTokensAndPiecesOfTokens() {
    var token = String.valueOf(MEMBER.refreshToken());
    refresh(String.valueOf(MEMBER.token())).expectProblem(401, "invalid_refresh_token");
    refresh(token + " ").expectProblem(401, "invalid_refresh_token");
    refresh(token.substring(0, token.length() - 1)).expectProblem(401, "invalid_refresh_token");
    refresh("x".repeat(100_000)).expectProblem(401, "invalid_refresh_token");
  }

  @Test
  void saysTheSameWhateverWasWrong() {
    var signedIn = SERVER.client().signIn(String.valueOf(MEMBER.email()), Client.PASSWORD);
    var ended = String.valueOf(signedIn.refreshToken());
    nobody.post("/auth/logout", Map.of("refresh_token", ended)).expect(204);
    var unknown = refresh("garbage").expect(401);
    assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(refresh(ended).expect(401).bodyWithout("request_id"))
        .isEqualTo(unknown.bodyWithout("request_id"));
  }

  @Test
  void asksForAToken() {
    nobody.post("/auth/refresh", "{}").expectInvalid("refresh_token");
    nobody.post("/auth/refresh", "{'refresh_token':null}").expectInvalid("refresh_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "['ref_x']", "{'a':'ref_x'}"})
  void refusesWhatIsNoString(String value) {
    nobody
        .post("/auth/refresh", "{'refresh_token':%s}".formatted(value))
        .expectInvalid("refresh_token");
    nobody
        .post("/auth/logout", "{'refresh_token':%s}".formatted(value))
        .expectInvalid("refresh_token");
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() {
    var signedIn = SERVER.client().signIn(String.valueOf(MEMBER.email()), Client.PASSWORD);
    nobody
        .post(
            "/auth/refresh",
            Map.of(
                "refresh_token", String.valueOf(signedIn.refreshToken()), "user_id", "user_other"))
        .expect(200);
  }

  private Response refresh(String token) {
    return nobody.post("/auth/refresh", Map.of("refresh_token", token));
  }
}
