package dev.parley.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedBodyHttpTest {

  private static final Client MEMBER = TestServer.shared().member();
  private static final int MANY = 100_000;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud800",
        "\\udc00",
        "\\ud83d",
        "\\ude00\\ud83d",
        "\\ud83d\\ud83d\\ude00",
        "a\\ud83d",
        "\\ud83dx"
      })
  void refusesHalvesOfSurrogatePairs(String escapes) {
    isMalformed(create("{\"title\":\"" + escapes + "\"}"));
    isMalformed(create("{\"developer_message\":\"" + escapes + "\"}"));
  }

  static Stream<Arguments> badBytes() {
    return Stream.of(
        argumentSet("no such byte", "{\"title\":\"\u00ff\"}"),
        argumentSet("Latin-1", "{\"title\":\"\u00e4\"}"),
        argumentSet("a character cut off", "{\"title\":\"\u00e2\u0082\"}"),
        argumentSet("a lone continuation", "{\"title\":\"\u0080\"}"),
        argumentSet("a long form of a slash", "{\"title\":\"\u00c0\u00af\"}"),
        argumentSet("a long form of NUL", "{\"title\":\"\u00c0\u0080\"}"),
        argumentSet("a longer form of a slash", "{\"title\":\"\u00e0\u0080\u00af\"}"),
        argumentSet("a half of a pair", "{\"title\":\"\u00ed\u00a0\u0080\"}"),
        argumentSet("a pair in two", "{\"title\":\"\u00ed\u00a0\u00bd\u00ed\u00b8\u0080\"}"),
        argumentSet("beyond Unicode", "{\"title\":\"\u00f5\u0080\u0080\u0080\"}"),
        argumentSet("in an unknown field", "{\"x\":\"\u00ff\"}"),
        argumentSet("in a key", "{\"\u00ff\":1}"),
        argumentSet("after the end", "{}\u00ff"));
  }

  @ParameterizedTest
  @MethodSource("badBytes")
  void refusesWhatIsNoUtf8(String latin1) {
    isMalformed(create(latin1.getBytes(ISO_8859_1)));
  }

  @Test
  void refusesOtherEncodings() {
    isMalformed(create("{\"title\":\"x\"}".getBytes(UTF_16LE)));
    isMalformed(create("{\"title\":\"x\"}".getBytes(UTF_16BE)));
    isMalformed(create("\ufeff{\"title\":\"x\"}".getBytes(UTF_16BE)));
  }

  static Stream<Arguments> monsters() {
    var keys =
        IntStream.range(0, MANY).mapToObj("\"k%d\":0"::formatted).collect(Collectors.joining(","));
    return Stream.of(
        argumentSet("brackets", "[".repeat(MANY)),
        argumentSet("brackets, closed", "[".repeat(MANY) + "]".repeat(MANY)),
        argumentSet("braces", "{\"title\":".repeat(MANY)),
        argumentSet("brackets in a field", "{\"title\":" + "[".repeat(MANY)),
        argumentSet("digits", "{\"title\":" + "9".repeat(MANY) + "}"),
        argumentSet("digits and a point", "{\"title\":0." + "9".repeat(MANY) + "}"),
        argumentSet("a long key", "{\"" + "k".repeat(MANY) + "\":0}"),
        argumentSet("keys without an end", "{" + keys));
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void refusesMonsters(String body) {
    isMalformed(create(body));
    MEMBER.get("/conversations").expect(200);
  }

  @Test
  void refusesAMillionKeys() {
    var keys =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":0")
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(create(keys).status()).isIn(400, 413);
    MEMBER.get("/conversations").expect(200);
  }

  @Test
  void refusesThemToPeopleWhoAreNotSignedInToo() {
    var nobody = TestServer.shared().client();
    for (var path :
        new String[] {"/auth/register", "/auth/login", "/auth/refresh", "/auth/logout"}) {
      isMalformed(nobody.send("POST", path, "{", Map.of()));
      isMalformed(nobody.send("POST", path, "[".repeat(MANY), Map.of()));
      nobody.send("POST", path, "null", Map.of()).expectInvalid("");
    }
  }

  private static Response create(String body) {
    return create(body.getBytes(UTF_8));
  }

  private static Response create(byte[] body) {
    return MEMBER.sendBody(
        "POST",
        "/conversations",
        BodyPublishers.ofByteArray(body),
        Map.of("Content-Type", "application/json"));
  }

  private static void isMalformed(Response response) {
    response.expectProblem(400, "malformed_request");
    assertThat(response.body().has("errors")).isFalse();
  }
}
