package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import org.junit.jupiter.api.Test;

@Keeps("input.parsers")
class CursorFuzzTest {

  @Test
  void isRefusedOrRead() {
    Corpus.of("cursor")
        .with(Cursor.of(7, Cursor.part("text")), Cursor.of(Long.MAX_VALUE, Cursor.part("")))
        .tryAll(
            input -> {
              try {
                var parts = Cursor.parts(new String(input, UTF_8), 2);
                assertThat(Cursor.of(Cursor.number(parts.get(0)), Cursor.text(parts.get(1))))
                    .isNotEmpty();
              } catch (Invalid refused) {
                assertThat(refused.code()).isEqualTo("invalid_request");
              }
            });
  }
}
