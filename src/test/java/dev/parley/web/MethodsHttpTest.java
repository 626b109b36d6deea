package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodsHttpTest {

  private static final Client MEMBER = TestServer.shared().member();
  private static final Client NOBODY = TestServer.shared().client();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /auth/login                      | POST",
        "PUT    | /account                         | DELETE,GET,PATCH",
        "PUT    | /conversations                   | GET,POST",
        "POST   | /conversations/conv_x            | DELETE,GET,PATCH",
        "DELETE | /conversations/conv_x/messages   | GET,POST",
        "GET    | /messages/msg_x/regenerate       | POST",
        "GET    | /messages/msg_x/stop             | POST",
        "POST   | /messages/msg_x/stream           | GET",
        "POST   | /events                          | GET",
        "POST   | /api/health                      | GET",
        "TRACE  | /account                         | DELETE,GET,PATCH"
      })
  void refusesAMethodThatAPathDoesNotHave(String method, String path, String allowed) {
    for (var client : new Client[] {MEMBER, NOBODY}) {
      var refused = client.send(method, path, null, Map.of());
      refused.expectProblem(405, "method_not_allowed");
      assertThat(Set.of(refused.header("Allow").split(", *")))
          .isEqualTo(Set.of(allowed.split(",")));
    }
  }

  @Test
  void refusesAMethodThatNobodyHas() {
    MEMBER.send("BREW", "/account", null, Map.of()).expectProblem(405, "method_not_allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/account/nothing",
        "/conversations/conv_x/nothing",
        "/messages",
        "/Account",
        "/account.json",
        "/../account",
        "/conversations//",
        "/actuator",
        "/actuator/env",
        "/error"
      })
  void findsNothingAtAPathThatThereIsNot(String path) {
    for (var client : new Client[] {MEMBER, NOBODY}) {
      for (var method : new String[] {"GET", "POST", "DELETE"}) {
        client.send(method, path, null, Map.of()).expectProblem(404, "not_found");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.js", "..%2fapplication.yaml", "%2e%2e/application.yaml"})
  void findsNoAssetBeyondItsOwn(String name) {
    NOBODY.get("/assets/" + name).expectProblem(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account", "/conversations", "/api/health", "/", "/openapi.json"})
  void tellsTheHeadAlone(String path) {
    var get = MEMBER.get(path).expect(200);
    var head = MEMBER.send("HEAD", path, null, Map.of()).expect(200);
    assertThat(head.raw()).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
  }

  @Test
  void tellsTheHeadOfARefusalAlone() {
    var get = NOBODY.get("/account").expect(401);
    var head = NOBODY.send("HEAD", "/account", null, Map.of()).expect(401);
    assertThat(head.raw()).isEmpty();
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    assertThat(head.header("WWW-Authenticate")).isEqualTo("Bearer");
    MEMBER.send("HEAD", "/nothing", null, Map.of()).expect(404);
  }

  @Test
  void tellsWhatAPathTakes() {
    var options = NOBODY.send("OPTIONS", "/conversations", null, Map.of()).expect(200);
    assertThat(options.header("Allow").split(", *"))
        .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
    assertThat(options.raw()).isEmpty();
    NOBODY.send("OPTIONS", "/nothing", null, Map.of()).expectProblem(404, "not_found");
  }
}
