package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people write, and what of it comes back.
@Contract
@Keeps("text.kept")
class TextHttpTest {

  private static final Client MEMBER = TestServer.shared().member();
  private static final String CONVERSATION = MEMBER.conversation();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "مرحبا بالعالم",
        "שלום\u200f!",
        "a\u200eb\u061cc",
        "你好，世界",
        "e\u0301 is not \u00e9",
        "\ufb01 \u2126 \u00bd",
        "<script>alert('x')</script> &amp; <b>",
        "\"quoted\" \\ / \u2028 \u2029",
        "line\nline\ttab",
        " spaces around ",
        "${jndi:ldap://x} #{7*7} {{7*7}} %s %n",
        "'; DROP TABLE users; --",
        "data: x\n\nevent: y",
        "\ufeffbom \u00ad \u200b \u2060",
        "\ufffd \uffff \udbff\udfff"
      })
  void comesBackAsItWasWritten(String text) {
    var asked = ask(text).expect(200).body();
    assertThat(asked.at("/user_message/content").stringValue()).isEqualTo(text);
    var stored = MEMBER.get("/messages/" + asked.at("/user_message/id").stringValue());
    assertThat(stored.expect(200).text("content")).isEqualTo(text);
    assertThat(asked.at("/message/content").stringValue()).isEqualTo(text);
    var made = MEMBER.post("/conversations", Map.of("developer_message", text)).expect(201);
    assertThat(made.text("developer_message")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a\\u0000b,ab",
        "a\\u0001\\u0007\\u0008b,ab",
        "a\\u001b[31mb,a[31mb",
        "a\\rb,ab",
        "a\\u000b\\fb,ab",
        "a\\u007fb,ab",
        "a\\u0085\\u009fb,ab",
        "a\\u202ab\\u202bc\\u202cd\\u202de\\u202ef,abcdef",
        "a\\u2066b\\u2067c\\u2068d\\u2069e,abcde"
      })
  void losesControlCharactersAndDirectionOverrides(String escaped, String kept) {
    var asked = askJson("{\"content\":\"%s\",\"model\":\"echo-last\"}".formatted(escaped));
    assertThat(asked.expect(200).body().at("/user_message/content").stringValue()).isEqualTo(kept);
    assertThat(asked.body().at("/message/content").stringValue()).isEqualTo(kept);
    var made =
        MEMBER
            .send("POST", "/conversations", "{\"title\":\"%s\"}".formatted(escaped), Map.of())
            .expect(201);
    assertThat(made.text("title")).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\n\\t", "\\u0000", "\\u202e\\u0007 ", "\\u2003"})
  void needsMoreThanNothing(String escaped) {
    askJson("{\"content\":\"%s\"}".formatted(escaped)).expectInvalid("content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "字", "😀"})
  void hasUpTo10000Characters(String character) {
    var text = character.repeat(10_000);
    var asked = ask(text).expect(200).body();
    assertThat(asked.at("/user_message/content").stringValue()).isEqualTo(text);
    ask(text + character).expectInvalid("content");
  }

  @Test
  void isCountedWithoutWhatItLoses() {
    ask("\u0007".repeat(100) + "x".repeat(10_000)).expect(200);
  }

  @Test
  void isNotStoredWhereItIsRefused() {
    var before = MEMBER.get("/conversations/" + CONVERSATION).body().get("message_count");
    ask("x".repeat(10_001)).expectInvalid("content");
    assertThat(MEMBER.get("/conversations/" + CONVERSATION).body().get("message_count"))
        .isEqualTo(before);
  }

  private static Response ask(String text) {
    return MEMBER.post(
        "/conversations/%s/messages".formatted(CONVERSATION),
        Map.of("content", text, "model", "echo-last"));
  }

  private static Response askJson(String json) {
    return MEMBER.send(
        "POST", "/conversations/%s/messages".formatted(CONVERSATION), json, Map.of());
  }
}
