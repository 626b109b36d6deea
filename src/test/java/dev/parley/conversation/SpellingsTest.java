package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingsTest {

  @ParameterizedTest
  @CsvSource({
    "q, q",
    "QX, qx",
    "鸭, 鸭",
    "ж, ж Ж",
    "Жу, жу жУ Жу ЖУ",
    "k, k \u212a",
    "σ, σ Σ ς",
    "😀, 😀"
  })
  void areAllButCapitalLettersOfAscii(String text, String spellings) {
    assertThat(Spellings.of(text)).containsExactlyInAnyOrder(spellings.split(" "));
  }
}
