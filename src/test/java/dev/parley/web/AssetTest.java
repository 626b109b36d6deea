package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

class AssetTest {

  private static final byte[] TEXT = "let it be. ".repeat(100).getBytes(StandardCharsets.UTF_8);

  private final Asset asset = new Asset("song.js", TEXT);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br, gzip", "gzip, deflate, br", "GZIP;q=0.5", "gzip;q=1.0"})
  void isPackedForThoseWhoTakeIt(String encodings) {
    var answer = asset.answer(CacheControl.noCache(), encodings);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
    assertThat(answer.getBody()).hasSizeLessThan(TEXT.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "br", "gzip;q=0", "gzip;q=0.0, br", "xgzip", "identity"})
  void isAsItIsForOthers(String encodings) {
    var answer = asset.answer(CacheControl.noCache(), encodings);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isNull();
    assertThat(answer.getBody()).isEqualTo(TEXT);
  }

  @Test
  void hasTagsForBothThatDiffer() {
    assertThat(asset.answer(CacheControl.noCache(), "gzip").getHeaders().getETag())
        .isNotEqualTo(asset.answer(CacheControl.noCache(), null).getHeaders().getETag());
  }

  @Test
  void isNotPackedWhereThatMakesItLarger() {
    var small = new Asset("small.js", new byte[] {'1'});
    assertThat(small.answer(CacheControl.noCache(), "gzip").getBody()).hasSize(1);
  }
}
