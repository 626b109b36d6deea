package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Keeps;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Keeps("markup.log")
class OneLineTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        argumentSet("a line feed", "a\nb", "a\\nb"),
        argumentSet("a carriage return", "a\rb", "a\\rb"),
        argumentSet("both", "a\r\nb", "a\\r\\nb"),
        argumentSet("a tab", "a\tb", "a\\tb"),
        argumentSet(
            "a forged line",
            "ok\n2026-11-20T09:00:00Z INFO  Log hi",
            "ok\\n2026-11-20T09:00:00Z INFO  Log hi"),
        argumentSet("an escape sequence", "\u001b[31mred\u001b[0m", "\\u001b[31mred\\u001b[0m"),
        argumentSet("a bell", "\u0007", "\\u0007"),
        argumentSet("a backspace", "a\b", "a\\u0008"),
        argumentSet("NUL", "a\0b", "a\\u0000b"),
        argumentSet("a vertical tab", "a\u000bb", "a\\u000bb"),
        argumentSet("a form feed", "a\fb", "a\\u000cb"),
        argumentSet("delete", "a\u007f", "a\\u007f"),
        argumentSet("next line", "a\u0085b", "a\\u0085b"),
        argumentSet("a control sequence of one byte", "\u009b31m", "\\u009b31m"),
        argumentSet("a line separator", "a\u2028b", "a\\u2028b"),
        argumentSet("a paragraph separator", "a\u2029b", "a\\u2029b"),
        argumentSet("an override of direction", "a\u202eb", "a\\u202eb"),
        argumentSet("an isolate", "a\u2066b\u2069", "a\\u2066b\\u2069"),
        argumentSet("a mark of direction", "a\u200fb", "a\\u200fb"),
        argumentSet("a zero-width space", "a\u200bb", "a\\u200bb"),
        argumentSet("a joiner", "a\u200db", "a\\u200db"),
        argumentSet("a byte order mark", "\ufeffa", "\\ufeffa"),
        argumentSet("a soft hyphen", "a\u00adb", "a\\u00adb"),
        argumentSet("an invisible tag", "a\udb40\udc41b", "a\\udb40\\udc41b"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shows(String text, String line) {
    assertThat(OneLine.escape(text)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Wie geht's? 你好 مرحبا 😀 é", "<b>&amp;</b> ${x} {} %n \\n \"q\""})
  void leavesTheRestAsItIs(String text) {
    assertThat(OneLine.escape(text)).isEqualTo(text);
  }

  @Test
  void leavesNothingThatAnyTerminalOrProgramTakesForALineEnd() {
    var everything = new StringBuilder();
    for (var c = 0; c <= Character.MAX_CODE_POINT; c++) {
      everything.appendCodePoint(c);
    }

    assertThat(OneLine.escape(everything.toString())).doesNotContainPattern("\\R|\\p{Cc}|\\p{Cf}");
  }
}
