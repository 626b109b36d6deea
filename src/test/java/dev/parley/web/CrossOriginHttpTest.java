package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginHttpTest {

  private static final String ELSEWHERE = "https://chat.example";

  private final TestServer server = TestServer.shared();
  private final Client nobody = server.client();

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
  void letsPagesOfAnyOriginCall(String method) {
    var answer = preflight(nobody, "/conversations/conv_x", ELSEWHERE, method).expect(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Methods").split(", *")).contains(method);
    assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
        .contains("authorization", "content-type", "last-event-id", "idempotency-key");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.raw()).isEmpty();
  }

  @Test
  void showsPagesWhatTheyNeed() {
    var answer =
        server.member().send("GET", "/account", null, Map.of("Origin", ELSEWHERE)).expect(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Expose-Headers").split(", *"))
        .contains("X-Request-Id", "Retry-After", "RateLimit", "RateLimit-Policy")
        .contains("x-ratelimit-reset-requests", "x-ratelimit-reset-tokens", "x-should-retry");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.headers().allValues("Vary")).contains("Origin");
  }

  @Test
  void showsPagesRefusalsToo() {
    var refused = nobody.send("GET", "/account", null, Map.of("Origin", ELSEWHERE)).expect(401);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(refused.text("code")).isEqualTo("unauthenticated");
    var unknown = nobody.send("GET", "/nothing", null, Map.of("Origin", ELSEWHERE)).expect(404);
    assertThat(unknown.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void saysNothingToThoseWhoAreNoPage() {
    assertThat(nobody.get("/api/health").headers().firstValue("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void letsPagesOfTheOriginsCallThatAreSet() {
    try (var strict =
        TestServer.start("--parley.web.cors-allowed-origins=https://a.example,https://b.example")) {
      var client = strict.client();
      for (var origin : new String[] {"https://a.example", "https://b.example"}) {
        var answer = preflight(client, "/account", origin, "GET").expect(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
      }
      var refused = preflight(client, "/account", "https://c.example", "GET");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      client.get("/api/health").expect(200);
    }
  }

  /// A proxy that ends the encryption makes the page's `https` look like another origin.
  @Test
  void letsItsOwnPageCallWhateverIsSet() {
    try (var strict = TestServer.start("--parley.web.cors-allowed-origins=https://a.example")) {
      var origin = "https://" + strict.uri("/").getAuthority();
      var own = Map.of("Origin", origin, "Sec-Fetch-Site", "same-origin");
      strict.client().send("GET", "/api/health", null, own).expect(200);
      var foreign = Map.of("Origin", origin, "Sec-Fetch-Site", "cross-site");
      strict.client().send("GET", "/api/health", null, foreign).expect(403);
    }
  }

  private static Response preflight(Client client, String path, String origin, String method) {
    return client.send(
        "OPTIONS",
        path,
        null,
        Map.of(
            "Origin", origin,
            "Access-Control-Request-Method", method,
            "Access-Control-Request-Headers",
                "authorization,content-type,last-event-id,idempotency-key"));
  }
}
