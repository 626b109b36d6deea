package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@Keeps("input.parsers")
class ModelStreamFuzzTest {

  private static final int LONGEST_LINE = 4_096;

  @Test
  void isReadTheSameHoweverItIsCut() {
    Corpus.of("model-stream").tryAll(ModelStreamFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    var whole = read(input, Math.max(1, input.length));
    assertThat(whole.length()).isLessThanOrEqualTo(input.length + 100);
    for (var size : new int[] {1, 2, 3 + Math.floorMod(Arrays.hashCode(input), 60)}) {
      assertThat(read(input, size)).isEqualTo(whole);
    }
  }

  /// The text, and what went wrong in the end.
  private static String read(byte[] input, int size) {
    var text = new StringBuilder();
    var chunks = new ChunkReader(text);
    var events = new EventStreamReader(LONGEST_LINE, chunks::read);
    try {
      for (var from = 0; from < input.length; from += size) {
        var to = Math.min(input.length, from + size);
        events.read(Unpooled.wrappedBuffer(Arrays.copyOfRange(input, from, to)));
      }
      return text + " " + chunks.isFinished() + " " + chunks.usage();
    } catch (ModelFailure failure) {
      return text + " " + failure.code();
    }
  }
}
