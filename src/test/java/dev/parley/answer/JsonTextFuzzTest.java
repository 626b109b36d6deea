package dev.parley.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Keeps("input.parsers")
class JsonTextFuzzTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void isReadAsItWasWrittenWhereverItIsCut() {
    Corpus.of("text").tryAll(JsonTextFuzzTest::fuzzerTestOneInput);
  }

  /// Two bytes are a character, so that halves of surrogate pairs come, too.
  public static void fuzzerTestOneInput(byte[] input) {
    var text = new StringBuilder();
    for (var at = 0; at + 1 < input.length; at += Character.BYTES) {
      text.append((char) ((input[at] << Byte.SIZE) | (input[at + 1] & 0xff)));
    }
    var cut = input.length == 0 ? 0 : Math.floorMod(input[0], text.length() + 1);
    assertThat(read(text, 0, text.length())).isEqualTo(text.toString());
    assertThat(read(text, 0, cut) + read(text, cut, text.length())).isEqualTo(text.toString());
  }

  private static String read(CharSequence text, int from, int to) {
    var written = Unpooled.buffer();
    JsonText.write(text, from, to, written);
    var json = '"' + written.toString(UTF_8) + '"';
    assertThat(json.chars()).noneMatch(c -> c < ' ' || c == 0x7f);
    return JSON.readValue(json, String.class);
  }
}
