package dev.parley.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import io.netty.buffer.Unpooled;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {

  private static final JsonMapper JSON = new JsonMapper();

  /// Every character of Unicode once, those that UTF-8 has no bytes for as well.
  @Test
  void writesEveryCharacterSoThatJsonReadsIt() {
    for (var plane = 0; plane < 17; plane++) {
      var text = plane(plane);

      assertThat(read(written(text))).as("plane %d", plane).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "é你😀", "<b>&amp;</b> ${x} 'y' /", "\u0085\u00a0\ufeff"})
  void leavesTextAsItIs(String text) {
    assertThat(written(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\"b', 'a\\\"b'",
    "'a\\b', 'a\\\\b'",
    "'a\nb', 'a\\nb'",
    "'a\rb', 'a\\rb'",
    "'a\tb', 'a\\tb'",
    "'a\u0000b', 'a\\u0000b'",
    "'a\u001bb', 'a\\u001bb'",
    "'a\u007fb', 'a\\u007fb'",
    "'a\u2028b\u2029c', 'a\\u2028b\\u2029c'",
  })
  void escapes(String text, String expected) {
    assertThat(written(text)).isEqualTo(expected);
  }

  @Keeps("markup.stream")
  @Test
  void writesWhatNoLineEndCanBreak() {
    assertThat(written(plane(0)).chars())
        .noneMatch(c -> c < ' ' || c == 0x7f || c == '\u2028' || c == '\u2029');
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 😀", "0, 1, '\\ud83d'", "1, 2, '\\ude00'", "1, 3, '\\ude00x'", "2, 2, ''"})
  void writesHalfAPairAsAnEscape(int from, int to, String expected) {
    assertThat(written("😀x", from, to)).isEqualTo(expected);
  }

  @Test
  void leavesHalvesThatAreCutForTheClientToJoin() {
    var text = "a😀é你👩‍👩‍👧\"\\\n\u2028🏳️‍🌈z";
    for (var cut = 0; cut <= text.length(); cut++) {
      var joined = read(written(text, 0, cut)) + read(written(text, cut, text.length()));

      assertThat(joined).as("cut at %d", cut).isEqualTo(text);
    }
  }

  @Test
  void writesAnyMixtureSoThatJsonReadsIt() {
    var random = new Random(42);
    for (var i = 0; i < 1_000; i++) {
      var text = new StringBuilder();
      random
          .ints(random.nextInt(50), 0, 0x10000)
          .forEach(c -> text.append((char) (random.nextBoolean() ? c : 0xd800 + c % 0x800)));

      assertThat(read(written(text.toString()))).isEqualTo(text.toString());
    }
  }

  private static String plane(int plane) {
    var text = new StringBuilder();
    IntStream.range(plane << 16, (plane + 1) << 16).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static String read(String inside) {
    return JSON.readValue("\"%s\"".formatted(inside), String.class);
  }

  private static String written(String text) {
    return written(text, 0, text.length());
  }

  private static String written(String text, int from, int to) {
    var into = Unpooled.buffer();
    JsonText.write(text, from, to, into);
    return into.toString(UTF_8);
  }
}
