package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

  @Test
  void tellsProductionFromDevelopment() {
    assertThat(new Profile("development").isProduction()).isFalse();
    assertThat(new Profile("production").isProduction()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "prod", "Production", "production ", "test"})
  void refusesTheStartWithAnyOther(String profile) {
    assertThatThrownBy(() -> new Profile(profile))
        .isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("PARLEY_PROFILE");
  }
}
