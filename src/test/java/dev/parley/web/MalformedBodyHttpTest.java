package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedBodyHttpTest {

  private static final Client MEMBER = TestServer.shared().member();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "[",
        "{\"title\":\"x\"",
        "{\"title\":\"x\"}}",
        "{\"title\":\"x\"} x",
        "{} {}",
        "{}{}",
        "{\"title\":}",
        "{\"title\" \"x\"}",
        "{\"title\":\"x\",}",
        "{title:\"x\"}",
        "{'title':'x'}",
        "{\"title\":'x'}",
        "{\"title\":\"x}",
        "{\"title\":\"a\nb\"}",
        "{\"title\":\"\\x\"}",
        "{\"title\":\"\\u12\"}",
        "{\"title\":NaN}",
        "{\"title\":01}",
        "{\"title\":nul}",
        "{\"title\":\"x\"} // why",
        "title=x",
        "<title>x</title>",
        "nul",
        " "
      })
  void refusesWhatIsNoJson(String body) {
    isMalformed(create(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"title\":1,", "{\"unknown\":1,", "[\"x\"", "[}", "{\"archived\":[}", "7 8"})
  void refusesWhatIsNoJsonAlsoWhereSomethingElseIsWrongBefore(String body) {
    isMalformed(create(body));
  }

  @Test
  void refusesAnEmptyBody() {
    create("").expectProblem(400, "malformed_request");
    MEMBER
        .sendBody("POST", "/conversations", BodyPublishers.noBody(), Map.of())
        .expectProblem(400, "malformed_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[{}]", "7", "1.5", "true", "\"text\"", "\"{}\"", "[[]]"})
  void refusesJsonThatIsNoObject(String body) {
    create(body).expectInvalid("");
  }

  @Keeps("body.monstrous")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{\"title\":\"a\",\"title\":\"a\"}",
        "{\"title\":\"a\",\"t\\u0069tle\":\"b\"}",
        "{\"unknown\":1,\"unknown\":2}",
        "{\"title\":{\"a\":1,\"a\":2}}"
      })
  void refusesAKeyThatStandsTwice(String body) {
    isMalformed(create(body));
  }

  @Test
  void refusesThemToPeopleWhoAreNotSignedInToo() {
    var nobody = TestServer.shared().client();
    for (var path :
        new String[] {"/auth/register", "/auth/login", "/auth/refresh", "/auth/logout"}) {
      isMalformed(nobody.send("POST", path, "{", Map.of()));
      nobody.send("POST", path, "null", Map.of()).expectInvalid("");
    }
  }

  private static Response create(String body) {
    return MEMBER.send("POST", "/conversations", body, Map.of());
  }

  private static void isMalformed(Response response) {
    response.expectProblem(400, "malformed_request");
    assertThat(response.body().has("errors")).isFalse();
  }
}
