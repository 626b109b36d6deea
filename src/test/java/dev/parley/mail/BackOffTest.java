package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  @ParameterizedTest
  @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "7, PT32M", "8, PT1H", "9, PT1H", "500, PT1H"})
  void growsUpToAnHour(int attempts, Duration wait) {
    assertThat(Delivery.waitAfter(attempts)).isEqualTo(wait);
  }
}
