package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Held against the vocabularies of OpenAI's models.
class TokenEstimateTest {

  /// Beyond this, too much of a conversation would be left out.
  private static final double TOO_HIGH = 3.5;

  private static final List<Encoding> VOCABULARIES =
      Stream.of(EncodingType.O200K_BASE, EncodingType.CL100K_BASE)
          .map(Encodings.newLazyEncodingRegistry()::getEncoding)
          .toList();

  @ParameterizedTest
  @MethodSource({
    "dev.parley.model.Prose#texts",
    "dev.parley.model.MachineText#texts",
    "dev.parley.model.OddText#texts"
  })
  void errsHigh(String text) {
    for (var vocabulary : VOCABULARIES) {
      assertThat(TokenEstimate.of(text))
          .as(vocabulary.getName())
          .isGreaterThanOrEqualTo(vocabulary.countTokensOrdinary(text));
    }
  }

  /// Of the vocabulary that needs more tokens: one size has to fit both.
  @ParameterizedTest
  @MethodSource("dev.parley.model.Prose#texts")
  void isNotFarOffWhatPeopleWrite(String text) {
    var real = VOCABULARIES.stream().mapToInt(v -> v.countTokensOrdinary(text)).max().orElseThrow();

    assertThat((double) TokenEstimate.of(text)).isLessThan(TOO_HIGH * real);
  }

  @Test
  void takesNothingForOneToken() {
    assertThat(TokenEstimate.of("")).isEqualTo(1);
  }
}
