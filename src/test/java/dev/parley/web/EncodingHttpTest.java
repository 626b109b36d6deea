package dev.parley.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingHttpTest {

  private static final Client MEMBER = TestServer.shared().member();

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
    isMalformed(create(("{\"title\":\"" + escapes + "\"}").getBytes(US_ASCII)));
    isMalformed(create(("{\"developer_message\":\"" + escapes + "\"}").getBytes(US_ASCII)));
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

  @Keeps("text.bytes")
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

  private static Response create(byte[] body) {
    return MEMBER.sendBody(
        "POST",
        "/conversations",
        BodyPublishers.ofByteArray(body),
        Map.of("Content-Type", "application/json"));
  }

  private static void isMalformed(Response response) {
    response.expectProblem(400, "malformed_request");
  }
}
