package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SecretTest {

  private static final String TEXT = "correct horse";

  private record Holder(String name, Secret secret) {}

  private final Secret secret = new Secret(TEXT);

  @Test
  void printsNothingOfItself() {
    assertThat(secret).hasToString("[secret]");
    assertThat("%s".formatted(new Holder("a", secret))).doesNotContain(TEXT);
    assertThat(List.of(secret).toString()).doesNotContain(TEXT);
  }

  @Test
  void isNotWrittenAsJson() {
    assertThat(new JsonMapper().writeValueAsString(new Holder("a", secret)))
        .doesNotContain("horse");
  }

  @Test
  void tellsNothingByItsHash() {
    assertThat(secret).hasSameHashCodeAs(new Secret("another"));
  }

  @Test
  void isRevealedOnlyOnPurpose() {
    assertThat(secret.reveal()).isEqualTo(TEXT);
  }

  @Test
  void equalsTheSameTextAlone() {
    assertThat(secret).isEqualTo(new Secret(TEXT)).isNotEqualTo(new Secret("correct hors"));
    assertThat(new Secret("é")).isNotEqualTo(new Secret("e\u0301"));
  }

  @Test
  void knowsWhetherItIsBlank() {
    assertThat(new Secret(" \t").isBlank()).isTrue();
    assertThat(secret.isBlank()).isFalse();
  }
}
