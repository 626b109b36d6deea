package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"Hello|Hello", " Hello |Hello", "a  b\t\tc|a b c", "你好 世界|你好 世界"})
  void areTheQuestionOnOneLine(String question, String title) {
    assertThat(Titles.of(question)).isEqualTo(title);
  }

  @Test
  void haveNoLineBreaks() {
    assertThat(Titles.of("one\ntwo\n\n\tthree\n")).isEqualTo("one two three");
  }

  @Test
  void haveUpTo60Characters() {
    assertThat(Titles.of("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(Titles.of("x".repeat(61))).isEqualTo("x".repeat(59) + "…");
  }

  @Test
  void areCutBetweenWords() {
    var question = "word ".repeat(11) + "extraordinary";
    assertThat(Titles.of(question)).isEqualTo("word ".repeat(11).strip() + "…");
  }

  @Test
  void areCutWithinAWordThatIsTooLong() {
    var question = "a " + "x".repeat(100);
    assertThat(Titles.of(question)).isEqualTo("a " + "x".repeat(57) + "…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "字"})
  void areNeverCutWithinACharacter(String character) {
    assertThat(Titles.of(character.repeat(61))).isEqualTo(character.repeat(59) + "…");
  }
}
