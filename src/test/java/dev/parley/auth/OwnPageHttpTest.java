package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.Secrets;
import dev.parley.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in on this server's own pages.
class OwnPageHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Map<String, String> OWN = Map.of("Sec-Fetch-Site", "same-origin");
  private static final Pattern COOKIE = Pattern.compile("parley_page=([^;]*); (.*)");

  private final Client member = SERVER.member();
  private final Client browser = SERVER.client();

  @Test
  void keepsTheRefreshTokenFromScripts() {
    var answer = logIn(OWN).expect(200);
    assertThat(answer.body().propertyNames())
        .containsExactlyInAnyOrder("access_token", "token_type", "expires_in");
    var attributes = COOKIE.matcher(setCookie(answer)).replaceAll("$2");
    assertThat(attributes)
        .contains("Path=/auth/page", "HttpOnly", "SameSite=Strict", "Max-Age=2592000");
    browser.withToken(answer.text("access_token")).get("/account").expect(200);
  }

  @Test
  void goesOnWithTheCookieAlone() {
    var first = cookie(logIn(OWN));
    var answer = send("/auth/page/refresh", first, OWN).expect(200);
    assertThat(cookie(answer)).isNotEmpty().isNotEqualTo(first);
    browser.withToken(answer.text("access_token")).get("/account").expect(200);
    send("/auth/page/refresh", cookie(answer), OWN).expect(200);
  }

  @Test
  void saysThatNobodyIsSignedInWithoutACookie() {
    assertThat(browser.send("POST", "/auth/page/refresh", null, OWN).expect(204).raw()).isEmpty();
  }

  @Test
  void takesACookieAwayThatDoesNotHold() {
    var answer = send("/auth/page/refresh", "ref_nobodys", OWN).expect(204);
    assertThat(setCookie(answer)).startsWith("parley_page=;").contains("Max-Age=0");
  }

  @Test
  void endsTheSessionOnLoggingOut() {
    var cookie = cookie(logIn(OWN));
    assertThat(setCookie(send("/auth/page/logout", cookie, OWN).expect(204))).contains("Max-Age=0");
    send("/auth/page/refresh", cookie, OWN).expect(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none", ""})
  void isClosedToPagesFromElsewhere(String site) {
    var foreign = Map.of("Sec-Fetch-Site", site, "Origin", origin());
    logIn(foreign).expectProblem(403, "foreign_page");
    var cookie = cookie(logIn(OWN));
    send("/auth/page/refresh", cookie, foreign).expectProblem(403, "foreign_page");
    send("/auth/page/logout", cookie, foreign).expectProblem(403, "foreign_page");
    send("/auth/page/refresh", cookie, OWN).expect(200);
  }

  @Test
  void takesTheWordOfTheOriginWhereABrowserSaysNoMore() {
    logIn(Map.of("Origin", origin())).expect(200);
    logIn(Map.of("Origin", "https://elsewhere.example")).expectProblem(403, "foreign_page");
    logIn(Map.of("Origin", "null")).expectProblem(403, "foreign_page");
    logIn(Map.of()).expectProblem(403, "foreign_page");
  }

  private static String origin() {
    return "http://" + SERVER.uri("/").getAuthority();
  }

  private Response logIn(Map<String, String> headers) {
    var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(member.email(), Client.PASSWORD);
    return browser.send("POST", "/auth/page/login", body, headers);
  }

  private Response send(String path, String cookie, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("Cookie", "parley_page=" + cookie);
    return browser.send("POST", path, null, all);
  }

  private static String setCookie(Response answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("parley_page="))
        .findFirst()
        .orElseThrow();
  }

  private static String cookie(Response answer) {
    var cookie = COOKIE.matcher(setCookie(answer)).replaceAll("$1");
    Secrets.add(cookie);
    return cookie;
  }
}
