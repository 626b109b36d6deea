package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.RawConnection;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What no call takes, sent to every call that there is. The calls are the server's own.
@Keeps("input.any")
class AnyInputHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client ADMIN = SERVER.admin();
  private static final String CONVERSATION = ADMIN.conversation();
  private static final String MESSAGE =
      ADMIN
          .ask(CONVERSATION, "say-1-0", "Hello")
          .expect(200)
          .body()
          .at("/message/id")
          .stringValue();
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Map<String, byte[]> BODIES = bodies();

  /// They go on for as long as their client does.
  private static final Set<String> ENDLESS = Set.of("/events", "/openai/stream");

  private static Map<String, byte[]> bodies() {
    var bodies = new LinkedHashMap<String, byte[]>();
    for (var text :
        new String[] {"", "null", "[]", "[[]]", "7", "\"text\"", "{", "{}}", "{\"\":"}) {
      bodies.put(text, text.getBytes(UTF_8));
    }
    bodies.put("100,000 brackets", "[".repeat(100_000).getBytes(UTF_8));
    bodies.put("no UTF-8", new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '0', '}'});
    bodies.put("UTF-16", "{\"a\":0}".getBytes(UTF_16));
    bodies.put("half a pair", "{\"\\ud800\":\"\\ud800\"}".getBytes(UTF_8));
    bodies.put("NUL", "{\"a\\u0000\":\"\\u0000\"}".getBytes(UTF_8));
    return bodies;
  }

  static Stream<Route> calls() {
    return Route.withBody(SERVER);
  }

  static Stream<Route> reads() {
    return Route.all(SERVER).stream()
        .filter(route -> route.method().equals("GET") && !ENDLESS.contains(route.path()));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isRefusedAsAProblem(Route route) {
    for (var path : new String[] {route.with("none"), route.with(own(route))}) {
      BODIES.forEach(
          (name, body) ->
              check(
                  "%s %s with %s".formatted(route.method(), path, name),
                  path,
                  ADMIN.sendBody(route.method(), path, BodyPublishers.ofByteArray(body), JSON)));
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isRefusedByItsLength(Route route) {
    try (var connection = RawConnection.to(SERVER.uri("/"))) {
      connection.head(
          route.method() + " " + route.with("none") + " HTTP/1.1",
          "Host: localhost",
          "Authorization: Bearer " + ADMIN.token(),
          "Content-Type: application/json",
          "Content-Length: " + (2L << 30));
      var refused = connection.read();
      assertThat(refused.status()).isEqualTo(413);
      check(route.toString(), route.path(), refused);
    }
  }

  @ParameterizedTest
  @MethodSource("reads")
  void isRefusedInTheAddress(Route route) {
    for (var id : new String[] {"none", "%00", "%F0%9F%98%80", "'%20OR%20'1'='1", "..%2F..%2Fx"}) {
      for (var value :
          new String[] {"", "-1", "99999999999999999999", "%00", "%ff", "'--", "%25"}) {
        var query = "?limit=%1$s&cursor=%1$s&after=%1$s&q=%1$s&branch=%1$s".formatted(value);
        var path = route.with(id) + query;
        check("GET " + path, path, ADMIN.get(path));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%zz", "/\u0001", "//", "/a/../../b", "*", "http://x/", "/{id}"})
  void isRefusedAsAnAddress(String target) {
    try (var connection = RawConnection.to(SERVER.uri("/"))) {
      connection.head("GET " + target + " HTTP/1.1", "Host: localhost", "Connection: close");
      assertThat(connection.read().status()).isLessThan(500);
    }
  }

  private static String own(Route route) {
    if (route.method().equals("DELETE")) {
      return "none";
    }
    return route.path().startsWith("/messages/") ? MESSAGE : CONVERSATION;
  }

  /// What has no mail to send is 503 whatever it is sent.
  private static void check(String what, String path, Response answer) {
    assertThat(answer.status()).as(what).isNotEqualTo(500);
    assertThat(answer.header("X-Request-Id")).as(what).isNotEmpty();
    if (answer.status() < 400) {
      return;
    }
    if (path.startsWith("/v1/")) {
      assertThat(answer.body().at("/error/code").asString("")).as(what).isNotEmpty();
    } else {
      assertThat(answer.header("Content-Type")).as(what).isEqualTo("application/problem+json");
      assertThat(answer.text("request_id")).as(what).isEqualTo(answer.header("X-Request-Id"));
      assertThat(answer.text("code")).as(what).isNotEmpty();
    }
  }
}
