package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubbedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-the-servers-own-key-0123456789",
        "sk-proj-Ab_12-cd",
        "sk-test-****5678",
        "sk-abcd...wxyz",
        "gsk_0123456789abcdef",
        "key-0123456789",
        "par_0123456789",
        "Bearer 0123456789",
        "bearer abc.def.ghi",
        "0123456789abcdef0123456789ABCDEF",
      })
  void leavesNoKey(String key) {
    assertThat(Scrubbed.text("Not with %s, please.".formatted(key)))
        .startsWith("Not with [secret]")
        .endsWith("please.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The model `gpt-4o-mini-2024-07-18` does not exist.",
        "This model's maximum context length is 8192 tokens.",
        "A task-oriented key to par: sk- is not one.",
        "Grüße, 你好, 😀 – <b>&amp;</b> \"quoted\"",
      })
  void leavesTheRestAsItIs(String text) {
    assertThat(Scrubbed.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"'a\nb', a b", "'a\r\n\t\u0000b', a b", "'a\u001b[31mb', a [31mb", "'a\u0085b', a b"})
  void staysOnOneLine(String text, String expected) {
    assertThat(Scrubbed.text(text)).isEqualTo(expected);
  }

  @Test
  void isAtMost500CharactersLong() {
    assertThat(Scrubbed.text(".".repeat(500))).isEqualTo(".".repeat(500));
    assertThat(Scrubbed.text(".".repeat(501))).isEqualTo(".".repeat(499) + "…");
    assertThat(Scrubbed.text(". ".repeat(1 << 20))).hasSize(500).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(ints = {495, 496, 497, 498, 499, 500, 1_995, 1_996, 1_997, 1_998, 1_999})
  void isWellFormedWhereverItIsCut(int before) {
    assertThat(Scrubbed.text(".".repeat(before) + "😀".repeat(10)))
        .satisfies(ScrubbedTest::isWellFormed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\ud83d", "a\ud83db", "\ude00", "\ude00\ud83d"})
  void isWellFormedWhateverWasSaid(String text) {
    assertThat(Scrubbed.text(text)).contains("\ufffd").satisfies(ScrubbedTest::isWellFormed);
  }

  private static void isWellFormed(String text) {
    assertThat(text).doesNotContainPattern("\\p{Cs}");
  }
}
