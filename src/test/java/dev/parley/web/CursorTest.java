package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void comesBackInItsParts() {
    assertThat(Cursor.parts(Cursor.of("conv_1", 17L), 2)).containsExactly("conv_1", "17");
    assertThat(Cursor.parts(Cursor.of(""), 1)).containsExactly("");
    assertThat(Cursor.parts(Cursor.of("", ""), 2)).containsExactly("", "");
  }

  @Test
  void canStandInAnAddressAsItIs() {
    assertThat(Cursor.of("ÿ?>", 1)).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "a b", "%41", "conv_1", "==", "bm9uZQ=!"})
  void isRefusedWhereItIsNoneOfOurs(String cursor) {
    refuses(cursor, 2);
  }

  @Test
  void isRefusedWithOtherParts() {
    refuses(Cursor.of("a"), 2);
    refuses(Cursor.of("a", "b", "c"), 2);
  }

  @Test
  void isRefusedWhereItIsTooLong() {
    refuses(Base64.getUrlEncoder().encodeToString(new byte[1_000]), 1);
  }

  @Test
  void holdsNumbers() {
    assertThat(Cursor.number("-7")).isEqualTo(-7);
    assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Cursor.number("7x"));
    assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Cursor.number("9".repeat(20)));
  }

  private static void refuses(String cursor, int count) {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> Cursor.parts(cursor, count))
        .satisfies(
            invalid ->
                assertThat(invalid.errors())
                    .extracting(FieldError::field)
                    .containsExactly("cursor"));
  }
}
