package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdHttpTest {

  private static final String MADE = "req_[0-9a-z]{26}";
  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  @Test
  void isMadeForEveryRequest() {
    var ids =
        IntStream.range(0, 50)
            .mapToObj(_ -> MEMBER.get("/account").header("X-Request-Id"))
            .toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches(MADE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "abc-DEF_0.9:z", "123e4567-e89b-12d3-a456-426614174000"})
  void isKeptWhereTheClientSentASoundOne(String id) {
    assertThat(with(id, "/account").expect(200).header("X-Request-Id")).isEqualTo(id);
  }

  @Test
  void isKeptUpTo128Characters() {
    var longest = "x".repeat(128);
    assertThat(with(longest, "/account").header("X-Request-Id")).isEqualTo(longest);
    assertThat(with(longest + "x", "/account").header("X-Request-Id")).matches(MADE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a,b", "\"a\"", "<b>", "${x}", "a/b", "a\tb", "ä", "{}"})
  void isReplacedWhereItIsNotSound(String id) {
    assertThat(with(id, "/account").expect(200).header("X-Request-Id")).matches(MADE);
  }

  @Test
  void standsInProblemsToo() {
    var refused = with("mine-1", "/nothing").expect(404);
    assertThat(refused.header("X-Request-Id")).isEqualTo("mine-1");
    assertThat(refused.text("request_id")).isEqualTo("mine-1");
    var made = MEMBER.get("/nothing").expect(404);
    assertThat(made.text("request_id")).isEqualTo(made.header("X-Request-Id")).matches(MADE);
  }

  @Test
  void standsOnEveryAnswer() {
    isOn(MEMBER.get("/"), 200);
    isOn(MEMBER.get("/docs"), 200);
    isOn(MEMBER.get("/assets/0/icon.svg"), 200);
    isOn(MEMBER.get("/openapi.json"), 200);
    isOn(MEMBER.get("/api/health"), 200);
    isOn(MEMBER.post("/conversations", "{}"), 201);
    isOn(MEMBER.delete("/conversations/" + MEMBER.conversation()), 204);
    isOn(MEMBER.post("/conversations", "{"), 400);
    isOn(SERVER.client().get("/account"), 401);
    isOn(MEMBER.send("PUT", "/account", null, Map.of()), 405);
    isOn(MEMBER.send("GET", "/account", null, Map.of("Accept", "text/html")), 406);
    isOn(MEMBER.send("POST", "/conversations", "", Map.of("Content-Type", "text/plain")), 415);
    isOn(MEMBER.post("/conversations", "{'title':1}"), 422);
    isOn(MEMBER.send("OPTIONS", "/account", null, Map.of()), 200);
    isOn(MEMBER.send("HEAD", "/account", null, Map.of()), 200);
  }

  @Test
  void standsOnEventStreams() throws InterruptedException {
    var headers = new HashMap<>(MEMBER.headers());
    headers.put("X-Request-Id", "stream-1");
    try (var stream = EventStream.get(SERVER.uri("/events"), headers)) {
      assertThat(stream.headers().allValues("X-Request-Id")).containsExactly("stream-1");
    }
  }

  private static Response with(String id, String path) {
    return MEMBER.send("GET", path, null, Map.of("X-Request-Id", id));
  }

  private static void isOn(Response response, int status) {
    response.expect(status);
    assertThat(response.headers().allValues("X-Request-Id"))
        .singleElement()
        .asString()
        .matches(MADE);
  }
}
