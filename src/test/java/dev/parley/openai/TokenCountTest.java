package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.TokenEstimate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TokenCountTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void countsEveryTextAndEveryMessage() {
    var text = "Where do curlews winter? ".repeat(40);
    var one = count("[{'role':'user','content':'%s'}]".formatted(text));
    assertThat(one)
        .isGreaterThan(TokenEstimate.of(text) + TokenEstimate.PER_MESSAGE)
        .isLessThan(TokenEstimate.of(text) + 30);
    assertThat(count("[{'role':'user','content':[{'type':'text','text':'%s'}]}]".formatted(text)))
        .isGreaterThan(one);
  }

  @Test
  void countsAPictureAsSuch() {
    var picture = "data:image/png;base64," + "A".repeat(16_000);
    assertThat(count("[{'content':[{'image_url':{'url':'%s'}}]}]".formatted(picture)))
        .isBetween(2_500L, 2_600L);
    assertThat(count("[{'input_audio':{'data':'%s'}}]".formatted("A".repeat(640_000))))
        .isBetween(10_000L, 10_100L);
  }

  @Test
  void countsNothingForNothing() {
    assertThat(TokenCount.of(null)).isZero();
  }

  private static long count(String json) {
    return TokenCount.of(JSON.readTree(json.replace('\'', '"')));
  }
}
