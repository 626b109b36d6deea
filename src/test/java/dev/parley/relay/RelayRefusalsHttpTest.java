package dev.parley.relay;

import static dev.parley.relay.OwnKey.question;
import static dev.parley.relay.OwnKey.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RelayRefusalsHttpTest {

  private static final String MODEL = "say-1-0";
  private static final int LONGEST = 10_000;

  private final Client client = TestServer.shared().client();

  @Test
  void namesEveryBadField() {
    client
        .post("/api/chat", Map.of())
        .expectInvalid("developer_message", "user_message", "api_key");
    var fields = question("", "chat_history", List.of(turn("assistant", ""), turn("ai", "Good")));
    fields.put("user_message", " ");
    fields.put("api_key", "pk-1");
    client
        .post("/api/chat", fields)
        .expectInvalid(
            "user_message", "model", "api_key", "chat_history[0].role", "chat_history[0].content");
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        argumentSet("no text", "user_message", "", "user_message"),
        argumentSet("nothing but control characters", "user_message", "\u0000\r", "user_message"),
        argumentSet("too long a question", "user_message", emoji(LONGEST + 1), "user_message"),
        argumentSet(
            "too long a message", "developer_message", emoji(LONGEST + 1), "developer_message"),
        argumentSet("too long a history", "chat_history", history(51), "chat_history"),
        argumentSet(
            "too long an earlier message",
            "chat_history",
            List.of(turn("ai", emoji(LONGEST + 1))),
            "chat_history[0].content"),
        argumentSet(
            "an earlier message of nobody",
            "chat_history",
            List.of(Map.of("content", "Hello")),
            "chat_history[0].role"),
        argumentSet(
            "an earlier message that is none",
            "chat_history",
            Collections.singletonList(null),
            "chat_history[0]"),
        argumentSet("a key of another kind", "api_key", "pk-0123456789", "api_key"),
        argumentSet("an empty key", "api_key", "", "api_key"),
        argumentSet("a key with a line break", "api_key", "sk-a\r\nX-Evil: 1", "api_key"),
        argumentSet("a key that is no ASCII", "api_key", "sk-ключ", "api_key"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refuses(String field, Object value, String named) {
    client.post("/api/chat", question(MODEL, field, value)).expectInvalid(named);
  }

  static Stream<Arguments> good() {
    return Stream.of(
        argumentSet("the longest question", "user_message", emoji(LONGEST)),
        argumentSet("the longest message", "developer_message", emoji(LONGEST)),
        argumentSet("the longest history", "chat_history", history(50)),
        argumentSet("no history", "chat_history", List.of()));
  }

  @ParameterizedTest
  @MethodSource("good")
  void takes(String field, Object value) {
    client.post("/api/chat", question(MODEL, field, value)).expect(200);
  }

  @Test
  void neverGivesTheKeyBack() {
    var refused = client.post("/api/chat", question(MODEL, "api_key", "a-secret-of-mine"));
    assertThat(refused.expect(422).raw()).doesNotContain("secret-of-mine");
  }

  /// Each is one character to people, and two units to Java.
  private static String emoji(int characters) {
    return "😀".repeat(characters);
  }

  private static List<Map<String, Object>> history(int messages) {
    return Collections.nCopies(messages, turn("user", "Hello"));
  }
}
