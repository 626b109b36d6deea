package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=utf-8",
        "application/json; charset=UTF-8",
        "APPLICATION/JSON",
        "application/merge-patch+json"
      })
  void takesJson(String type) {
    sent("{\"title\":\"x\"}", type).expect(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/octet-stream",
        "*/*",
        "json",
        "/",
        "application/json;;;="
      })
  void refusesBodiesOfAnotherType(String type) {
    sent("{\"title\":\"x\"}", type).expectProblem(415, "unsupported_media_type");
  }

  @Test
  void refusesABodyWithoutAType() {
    MEMBER
        .sendBody("POST", "/conversations", BodyPublishers.ofString("{}"), Map.of())
        .expectProblem(415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/*",
        "text/html, */*;q=0.1",
        "text/html,*/*"
      })
  void answersInJson(String accept) {
    var answer = MEMBER.send("GET", "/account", null, Map.of("Accept", accept)).expect(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/png", "nonsense"})
  void refusesToAnswerInAnotherType(String accept) {
    MEMBER
        .send("GET", "/account", null, Map.of("Accept", accept))
        .expectProblem(406, "not_acceptable");
  }

  @Test
  void doesNothingWhereItCannotAnswer() {
    var member = SERVER.member();
    var xml = Map.of("Accept", "application/xml");
    var email = UUID.randomUUID() + "@example.com";
    var account = "{\"email\":\"%s\",\"password\":\"12345678\"}".formatted(email);
    var nobody = SERVER.client();
    nobody.send("POST", "/auth/register", account, xml).expectProblem(406, "not_acceptable");
    nobody.send("POST", "/auth/register", account, Map.of()).expect(201);

    member.send("POST", "/conversations", "{}", xml).expectProblem(406, "not_acceptable");
    assertThat(member.get("/conversations").body().get("data").isEmpty()).isTrue();

    var id = member.conversation();
    member
        .send("POST", "/conversations/%s/messages".formatted(id), "{\"content\":\"x\"}", xml)
        .expectProblem(406, "not_acceptable");
    member
        .send("PATCH", "/conversations/" + id, "{\"title\":\"x\"}", xml)
        .expectProblem(406, "not_acceptable");
    var conversation = member.get("/conversations/" + id).body();
    assertThat(conversation.get("message_count").intValue()).isZero();
    assertThat(conversation.get("title").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/event-stream", "text/plain", "*/*"})
  void writesProblemsAsProblemsWhateverWasAskedFor(String accept) {
    var refused =
        MEMBER.send("GET", "/conversations/conv_none/messages", null, Map.of("Accept", accept));
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.status()).isIn(404, 406);
  }

  private static Response sent(String body, String type) {
    return MEMBER.sendBody(
        "POST", "/conversations", BodyPublishers.ofString(body), Map.of("Content-Type", type));
  }
}
