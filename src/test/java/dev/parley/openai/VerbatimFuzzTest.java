package dev.parley.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import dev.parley.web.Refusal;
import org.junit.jupiter.api.Test;

@Keeps("input.parsers")
class VerbatimFuzzTest {

  @Test
  void isPassedOnAsItCameOrRefused() {
    Corpus.of("json").tryAll(VerbatimFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      assertThat(Verbatim.read(input).text()).isEqualTo(new String(input, UTF_8));
    } catch (Refusal refusal) {
      assertThat(refusal.status().is4xxClientError()).isTrue();
    }
  }
}
