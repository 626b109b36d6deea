package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The clock of this server is moved, on and on.
@Contract
class RefreshHttpTest {

  private static final TestServer SERVER = TestServer.start();
  private static final Client REGISTERED = SERVER.member();

  private final Client nobody = SERVER.client();
  private Client member = REGISTERED;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @BeforeEach
  void signIn() {
    member = nobody.signIn(String.valueOf(REGISTERED.email()), Client.PASSWORD);
  }

  @Test
  void givesTokensAsSigningInDoes() {
    var tokens = refresh(first()).expect(200).body();
    assertThat(tokens.propertyNames())
        .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "refresh_token");
    assertThat(tokens.get("token_type").stringValue()).isEqualTo("bearer");
    assertThat(tokens.get("expires_in").intValue()).isEqualTo(900);
    assertThat(tokens.get("refresh_token").stringValue()).isNotEqualTo(first());
    isSignedIn(tokens.get("access_token").stringValue());
  }

  @Test
  void goesOnFromTokenToToken() {
    var second = successor(first());
    var third = successor(second);
    var fourth = successor(third);
    assertThat(fourth).isNotIn(first(), second, third);
  }

  @Keeps("refresh.honest")
  @Test
  void givesTheSameSuccessorToThoseWhoAskAgainWithinTenSeconds() {
    var successor = successor(first());
    SERVER.clock().advance(Duration.ofSeconds(9));
    var again = refresh(first()).expect(200);
    assertThat(again.text("refresh_token")).isEqualTo(successor);
    isSignedIn(again.text("access_token"));
    assertThat(successor(successor)).isNotEqualTo(successor);
  }

  @Keeps("refresh.honest")
  @Test
  void givesTheSameSuccessorToAllWhoAskAtOnce() throws InterruptedException {
    var successors = Together.run(8, _ -> successor(first()));
    assertThat(successors).hasSize(8).containsOnly(successors.getFirst());
    refresh(successors.getFirst()).expect(200);
  }

  @Test
  void givesTheSameSuccessorWhereTheClockIsALittleBehindTheOneThatItWasSpentBy() {
    var successor = successor(first());
    SERVER.clock().advance(Duration.ofMillis(-20));
    try {
      assertThat(successor(first())).isEqualTo(successor);
    } finally {
      SERVER.clock().advance(Duration.ofMillis(20));
    }
  }

  @Test
  void spendsNoTokenWhereItCannotAnswer() {
    var token = "{\"refresh_token\":\"%s\"}".formatted(first());
    nobody
        .send("POST", "/auth/refresh", token, Map.of("Accept", "text/html"))
        .expectProblem(406, "not_acceptable");
    SERVER.clock().advance(Duration.ofSeconds(11));
    successor(first());
    refresh(first()).expect(200);
  }

  @Keeps("refresh.spent")
  @Test
  void endsTheFamilyOfATokenThatIsSpentTwice() {
    var renewed = refresh(first()).expect(200);
    var second = renewed.text("refresh_token");
    SERVER.clock().advance(Duration.ofSeconds(11));
    isRefused(refresh(first()));
    isRefused(refresh(second));
    isRefused(refresh(first()));
    isSignedOut(renewed.text("access_token"));
    isSignedOut(String.valueOf(member.token()));
  }

  @Test
  void endsTheFamilyHoweverLongItHasGrown() {
    var latest = first();
    for (var generation = 0; generation < 5; generation++) {
      latest = successor(latest);
    }
    SERVER.clock().advance(Duration.ofSeconds(11));
    isRefused(refresh(first()));
    isRefused(refresh(latest));
  }

  @Test
  void endsNoOtherFamilyOfTheAccount() {
    var other = nobody.signIn(String.valueOf(member.email()), Client.PASSWORD);
    successor(first());
    SERVER.clock().advance(Duration.ofSeconds(11));
    isRefused(refresh(first()));
    isSignedIn(String.valueOf(other.token()));
    refresh(String.valueOf(other.refreshToken())).expect(200);
  }

  @Keeps("clock.spent")
  @Test
  void keepsSpentTokensSpentWhenTheClockIsSetBack() {
    var successor = successor(first());
    SERVER.clock().advance(Duration.ofHours(-1));
    try {
      isRefused(refresh(first()));
      isRefused(refresh(successor));
    } finally {
      SERVER.clock().advance(Duration.ofHours(1));
    }
  }

  @Test
  void takesATokenForThirtyDays() {
    SERVER.clock().advance(Duration.ofDays(30).minusSeconds(5));
    var renewed = successor(first());
    SERVER.clock().advance(Duration.ofDays(30).minusSeconds(5));
    successor(renewed);
  }

  @Test
  void refusesATokenThatIsOlder() {
    SERVER.clock().advance(Duration.ofDays(30));
    isRefused(refresh(first()));
  }

  @Test
  void takesAnAccessTokenForFifteenMinutes() {
    SERVER.clock().advance(Duration.ofMinutes(15).minusSeconds(5));
    isSignedIn(String.valueOf(member.token()));
    SERVER.clock().advance(Duration.ofSeconds(5));
    isSignedOut(String.valueOf(member.token()));
  }

  private String first() {
    return String.valueOf(member.refreshToken());
  }

  private Response refresh(String token) {
    return nobody.post("/auth/refresh", Map.of("refresh_token", token));
  }

  private String successor(String token) {
    return refresh(token).expect(200).text("refresh_token");
  }

  private static void isRefused(Response response) {
    response.expectProblem(401, "invalid_refresh_token");
  }

  private void isSignedIn(String accessToken) {
    nobody.withToken(accessToken).get("/account").expect(200);
  }

  private void isSignedOut(String accessToken) {
    nobody.withToken(accessToken).get("/account").expectProblem(401, "unauthenticated");
  }
}
