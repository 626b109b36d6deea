package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Where words end.
class WordsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("Hello", List.of("Hello")),
        Arguments.of("Hello, wide  world\n", List.of("Hello,", " wide", "  world", "\n")),
        Arguments.of("日本 は", List.of("日", "本", " は")),
        Arguments.of("a😀b", List.of("a😀", "b")),
        Arguments.of("x".repeat(33), List.of("x".repeat(32), "x")),
        Arguments.of(" ".repeat(40), List.of(" ".repeat(32), " ".repeat(8))));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void areToldByTheTextAlone(String text, List<String> words) {
    assertThat(words(text)).isEqualTo(words);
  }

  /// However a text has come, a word that has ended once stays as it is.
  @ParameterizedTest
  @MethodSource("texts")
  void stayAsTheyAreWhenTheTextGrows(String text, List<String> words) {
    for (var length = 0; length <= text.length(); length++) {
      for (var at = 0; ; ) {
        var end = Words.end(text, at, length);
        if (end == Words.OPEN) {
          break;
        }
        assertThat(words).contains(text.substring(at, end));
        at = end;
      }
    }
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    for (var at = 0; at < text.length(); ) {
      var end = Words.end(text, at, text.length());
      var next = end == Words.OPEN ? text.length() : end;
      words.add(text.substring(at, next));
      at = next;
    }
    return words;
  }
}
