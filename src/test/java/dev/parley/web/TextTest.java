package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hello",
        "a\tb\nc",
        "<b>&amp;\"'`",
        "شكرا\u200f",
        "e\u0301",
        "👩‍👩‍👧",
        "\ufeff"
      })
  void isKeptAsItIs(String text) {
    assertThat(Text.sanitise(text)).isEqualTo(text);
  }

  @Test
  void losesControlCharactersButTabAndNewline() {
    for (var c = 0; c < 0xa0; c++) {
      var unwanted = (c < 0x20 && c != '\t' && c != '\n') || c >= 0x7f;
      var text = "a" + (char) c + "b";
      assertThat(Text.sanitise(text)).as("%x", c).isEqualTo(unwanted ? "ab" : text);
    }
  }

  @Test
  void losesWhatTurnsTheWritingDirection() {
    for (var c = 0x2000; c < 0x2070; c++) {
      var unwanted = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
      var text = "a" + (char) c + "b";
      assertThat(Text.sanitise(text)).as("%x", c).isEqualTo(unwanted ? "ab" : text);
    }
  }

  @Test
  void isAsLongAsPeopleCount() {
    assertThat(Text.length("")).isZero();
    assertThat(Text.length("ab")).isEqualTo(2);
    assertThat(Text.length("😀")).isEqualTo(1);
    assertThat(Text.length("e\u0301")).isEqualTo(2);
  }
}
