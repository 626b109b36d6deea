package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import java.util.List;
import org.junit.jupiter.api.Test;

@Keeps("input.parsers")
class CursorFuzzTest {

  private static final int PARTS = 2;

  @Test
  void isRefusedOrRead() {
    Corpus.of("cursor")
        .with(Cursor.of(7, Cursor.part("text")), Cursor.of(Long.MAX_VALUE, Cursor.part("")))
        .tryAll(CursorFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    var text = new String(input, UTF_8);
    assertThat(Cursor.text(Cursor.part(text))).isEqualTo(text);
    try {
      var parts = Cursor.parts(text, PARTS);
      var number = Cursor.number(parts.getFirst());
      var words = Cursor.text(parts.getLast());
      var again = Cursor.parts(Cursor.of(number, Cursor.part(words)), PARTS);
      assertThat(List.of(Cursor.number(again.getFirst()), Cursor.text(again.getLast())))
          .isEqualTo(List.of(number, words));
    } catch (Invalid refused) {
      assertThat(refused.code()).isEqualTo("invalid_request");
    }
  }
}
