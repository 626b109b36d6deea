package dev.parley.auth;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Strangers who guess, and an owner who wants to get in meanwhile. Behind a proxy that is trusted,
/// everybody comes from the address that they say.
class GuessingHttpTest {

  private static final TestServer SERVER =
      TestServer.start(
          "--parley.web.trusted-proxies=127.0.0.1",
          "--PARLEY_LIMIT_ACCOUNT_LOGINS=10/5m",
          "--PARLEY_LIMIT_ADDRESS_LOGINS=30/1m");
  private static final JsonMapper JSON = new JsonMapper();
  private static final AtomicInteger NETWORKS = new AtomicInteger();
  private static final String HOME = "192.0.2.1";
  private static final String ABROAD = "192.0.2.2";

  private final String email = UUID.randomUUID() + "@example.com";
  private final String elsewhere = "2001:db8:0:%x::1".formatted(NETWORKS.incrementAndGet());

  GuessingHttpTest() {
    var body = Map.of("email", email, "password", Client.PASSWORD);
    SERVER.client().post("/auth/register", body).expect(201);
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Keeps("guess.delay")
  @Test
  void isRefusedAfterTenWrongPasswords() {
    for (var i = 0; i < 10; i++) {
      guess(elsewhere).expectProblem(401, "invalid_credentials");
    }
    var refused = guess(elsewhere).expectProblem(429, "rate_limited");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(290, 300);
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"account-logins\";q=10;w=300");
    logIn(email.toUpperCase(Locale.ROOT), "wrong", elsewhere, "").expect(429);
  }

  @Test
  void isRefusedAlikeWhetherItIsRightOrThereIsNoSuchAccount() {
    var nobody = UUID.randomUUID() + "@example.com";
    for (var i = 0; i < 10; i++) {
      guess(elsewhere).expect(401);
      logIn(nobody, "wrong", elsewhere, "").expect(401);
    }
    var right = logIn(email, Client.PASSWORD, elsewhere, "").expect(429);
    var unknown = logIn(nobody, Client.PASSWORD, elsewhere, "").expect(429);
    assertThat(right.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
    assertThat(right.bodyWithout("request_id", "detail"))
        .isEqualTo(unknown.bodyWithout("request_id", "detail"));
  }

  @Test
  void isLookedAtTenTimesHoweverManyComeAtOnce() throws InterruptedException {
    var statuses =
        Together.run(60, i -> guess("198.51.100." + i).status()).stream()
            .collect(groupingBy(status -> status, counting()));
    assertThat(statuses).isEqualTo(Map.of(401, 10L, 429, 50L));
  }

  @Keeps("guess.delay")
  @Test
  void isRefusedFromAnAddressThatGuessesAtManyAccounts() {
    for (var i = 0; i < 30; i++) {
      logIn(UUID.randomUUID() + "@example.com", "wrong", elsewhere, "").expect(401);
    }
    var refused = logIn(email, Client.PASSWORD, elsewhere, "").expect(429);
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"address-logins\";q=30;w=60");
    logIn(email, Client.PASSWORD, ABROAD, "").expect(200);
  }

  @Keeps("guess.owner")
  @Test
  void keepsNobodyOutWhoKnowsTheAccountsDevice() {
    var cookie = cookie(logIn(email, Client.PASSWORD, HOME, "").expect(200));
    lockOutStrangers();
    logIn(email, Client.PASSWORD, elsewhere, "").expect(429);
    var again = logIn(email, Client.PASSWORD, elsewhere, cookie).expect(200);
    assertThat(cookie(again)).as("of the same id").startsWith(cookie.split("\\.", 2)[0]);
  }

  @Keeps("guess.owner")
  @Test
  void keepsNobodyOutWhoComesFromAnAddressThatTheAccountWasUsedFrom() {
    logIn(email, Client.PASSWORD, ABROAD, "").expect(200);
    lockOutStrangers();
    logIn(email, Client.PASSWORD, ABROAD, "").expect(200);
  }

  @Test
  void isCountedForEveryDeviceByItself() {
    var cookie = cookie(logIn(email, Client.PASSWORD, HOME, "").expect(200));
    for (var i = 0; i < 10; i++) {
      logIn(email, "wrong", elsewhere, cookie).expect(401);
    }
    logIn(email, Client.PASSWORD, elsewhere, cookie).expect(429);
    logIn(email, Client.PASSWORD, elsewhere, "").expect(200);
  }

  @Test
  void knowsADeviceForTheAccountsAloneThatItsCookieIsOf() {
    var cookie = cookie(logIn(email, Client.PASSWORD, HOME, "").expect(200));
    var other = new GuessingHttpTest();
    var others = cookie(other.logIn(other.email, Client.PASSWORD, HOME, "").expect(200));
    lockOutStrangers();
    var stolen = cookie.split("=", 2)[0] + "=" + others.split("=", 2)[1];
    logIn(email, Client.PASSWORD, elsewhere, others).expect(429);
    logIn(email, Client.PASSWORD, elsewhere, stolen).expect(429);
    logIn(email, Client.PASSWORD, elsewhere, cookie.replaceFirst(".$", "")).expect(429);
    logIn(email, Client.PASSWORD, elsewhere, others + "; " + cookie).expect(200);
  }

  @Test
  void givesTheCookieToNoScriptAndToNoOtherSite() {
    var set = logIn(email, Client.PASSWORD, HOME, "").expect(200).header("Set-Cookie");
    assertThat(set).contains("Path=/auth;", "Max-Age=31536000;", "HttpOnly", "SameSite=Strict");
    assertThat(guess(elsewhere).expect(401).header("Set-Cookie")).isEmpty();
  }

  @Test
  void isCountedInASessionByItself() {
    var thief = SERVER.client().signIn(email, Client.PASSWORD);
    var owner = SERVER.client().signIn(email, Client.PASSWORD);
    for (var i = 0; i < 10; i++) {
      beginFactor(thief, "wrong").expectProblem(403, "wrong_password");
    }
    var refused = beginFactor(thief, Client.PASSWORD).expectProblem(429, "rate_limited");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(290, 300);
    beginFactor(owner, Client.PASSWORD).expect(200);
    logIn(email, Client.PASSWORD, ABROAD, "").expect(200);
  }

  private static Response beginFactor(Client who, String password) {
    return who.post("/account/second-factor", Map.of("password", password));
  }

  private void lockOutStrangers() {
    for (var i = 0; i < 10; i++) {
      guess("203.0.113." + i).expect(401);
    }
    guess("203.0.113.99").expect(429);
  }

  private Response guess(String address) {
    return logIn(email, "wrong", address, "");
  }

  private Response logIn(String account, String password, String address, String cookie) {
    var headers = new HashMap<>(Map.of("X-Forwarded-For", address));
    if (!cookie.isEmpty()) {
      headers.put("Cookie", cookie);
    }
    var body = JSON.writeValueAsString(Map.of("email", account, "password", password));
    return SERVER.client().send("POST", "/auth/login", body, headers);
  }

  private static String cookie(Response answer) {
    return answer.header("Set-Cookie").split(";", 2)[0];
  }
}
