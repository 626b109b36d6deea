package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GrowingTextTest {

  private static final String HIGH = "\ud83d";
  private static final String LOW = "\ude00";
  private static final String LOST = "\ufffd";

  private final GrowingText text = new GrowingText();

  static Stream<Arguments> pieces() {
    return Stream.of(
        pieces("nothing", ""),
        pieces("an empty piece", "", ""),
        pieces("plain text", "Hello world", "Hello", " ", "world"),
        pieces("a pair", "😀", "😀"),
        pieces("a pair in two pieces", "a😀b", "a" + HIGH, LOW + "b"),
        pieces("a pair around an empty piece", "😀", HIGH, "", LOW),
        pieces("a pair around NUL", LOST + LOST, HIGH, "\0", LOW),
        pieces("a first half alone", "a" + LOST + "b", "a" + HIGH, "b"),
        pieces("a first half at the end", "a" + LOST, "a" + HIGH),
        pieces("a second half alone", "a" + LOST + "b", "a" + LOW + "b"),
        pieces("a second half at the beginning", LOST, LOW),
        pieces("two first halves", LOST + "😀", HIGH + HIGH + LOW),
        pieces("two second halves", "😀" + LOST, HIGH + LOW + LOW),
        pieces("the wrong way round", LOST + "a" + LOST, LOW + "a", HIGH),
        pieces("NUL", "ab", "a\0b\0"),
        pieces("other controls", "\u0001\u0007\u001b\u007f", "\u0001\u0007\u001b\u007f"),
        pieces("what is beyond Unicode's text", "\ufffe\uffff\ufeff", "\ufffe\uffff\ufeff"));
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void joins(List<String> pieces, String whole) {
    pieces.forEach(text::append);
    text.close();

    assertThat(text.characters().toString()).isEqualTo(whole);
    assertThat(text.length()).isEqualTo(whole.length());
  }

  @Test
  void joinsWhateverIsCutAnywhere() {
    var whole = "a😀é你👩‍👩‍👧\u2028\"\\\n🏳️‍🌈z";
    for (var first = 0; first <= whole.length(); first++) {
      for (var second = first; second <= whole.length(); second++) {
        var cut = new GrowingText();
        cut.append(whole.substring(0, first));
        cut.append(whole.substring(first, second));
        cut.append(whole.substring(second));
        cut.close();

        assertThat(cut.characters().toString()).as("cut at %d, %d", first, second).isEqualTo(whole);
      }
    }
  }

  @Test
  void neverShowsHalfAPair() {
    text.append("a" + HIGH);
    assertThat(text.characters().toString()).isEqualTo("a");
    assertThat(text.length()).isEqualTo(1);

    text.append(LOW);
    assertThat(text.characters().toString()).isEqualTo("a😀");
  }

  @Test
  void endsOnlyOnce() {
    text.append(HIGH);
    text.close();
    text.close();

    assertThat(text.characters().toString()).isEqualTo(LOST);
  }

  private static Arguments pieces(String name, String whole, String... pieces) {
    return argumentSet(name, List.of(pieces), whole);
  }
}
