package dev.parley.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import dev.parley.web.Refusal;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

@Keeps("input.parsers")
class DocumentFuzzTest {

  private static final DocumentReader READER =
      new DocumentReader(
          JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build(),
          new ImportSettings(DataSize.ofMegabytes(1), 1_000));

  @Test
  void isReadOrRefused() {
    Corpus.of("document").tryAll(DocumentFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    var taken = new Taken();
    try {
      READER.read(new StringReader(new String(input, UTF_8)), taken);
      assertThat(taken.open).isZero();
    } catch (Refusal refusal) {
      assertThat(refusal.status().is4xxClientError()).isTrue();
      assertThat(taken.open).isBetween(0, 1);
    }
    assertThat(taken.places).isLessThanOrEqualTo(input.length);
  }

  /// Holds conversations to beginning and ending one after the other.
  private static final class Taken implements DocumentReader.Taker {

    private int open;
    private int places;

    @Override
    public void begin() {
      open++;
      assertThat(open).isOne();
    }

    @Override
    public void take(Drafts.Message message, String where) {
      assertThat(open).isOne();
      assertThat(where).isNotEmpty();
      places++;
    }

    @Override
    public void end(Drafts.Conversation conversation, String where) {
      open--;
      assertThat(open).isZero();
      assertThat(where).isNotEmpty();
    }
  }
}
