package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBitsTest {

  private static final int WORDS = 2_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The platypus lays eggs.",
        "Москва слезам не верит",
        "你好，世界！",
        "مرحبا بالعالم",
        "We 😀🎉👩‍👩‍👧 together"
      })
  void holdAllPiecesOfWhatWasAdded(String text) {
    var bits = TextBits.none();
    add(bits, text);
    for (var from = 0; from < text.length(); from++) {
      for (var to = from + 1; to <= text.length(); to++) {
        var piece = text.substring(from, to);
        if (isWhole(piece)) {
          assertThat(hold(bits, piece)).as(piece).isTrue();
          assertThat(hold(bits, piece.toUpperCase(Locale.ROOT))).as(piece).isTrue();
        }
      }
    }
  }

  @Test
  void hardlyEverHoldWhatWasNotEvenWhereTheyAreFull() {
    var random = new SplittableRandom(7);
    var bits = TextBits.none();
    while (!bits.isFull()) {
      add(bits, word(random));
    }
    var found = 0;
    for (var n = 0; n < WORDS; n++) {
      found += hold(bits, word(random)) ? 1 : 0;
    }
    assertThat(found).isLessThan(WORDS / 50);
  }

  @Test
  void areNotFullOfTheLongestTextAlone() {
    var bits = TextBits.none();
    var text = new StringBuilder();
    new SplittableRandom(7).ints(TextBits.MOST, 0x4E00, 0x9FFF).forEach(text::appendCodePoint);
    assertThat(bits.isFull()).isFalse();
    add(bits, text.toString());

    for (var other : List.of("鸭嘴兽", "utkonos", "platypus")) {
      assertThat(hold(bits, other)).isFalse();
    }
  }

  private static void add(TextBits bits, String text) {
    var folded = TextBits.folded(text);
    bits.add(folded, 0, folded.length);
  }

  private static String word(SplittableRandom random) {
    var word = new StringBuilder();
    random.ints(8, 'a', 'z' + 1).forEach(word::appendCodePoint);
    return word.toString();
  }

  private static boolean isWhole(String text) {
    return !Character.isLowSurrogate(text.charAt(0))
        && !Character.isHighSurrogate(text.charAt(text.length() - 1));
  }

  private static boolean hold(TextBits bits, String text) {
    return TextBits.of(text).entrySet().stream()
        .allMatch(some -> (bits.bytes()[some.getKey()] & some.getValue()) == some.getValue());
  }
}
