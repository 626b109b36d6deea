package dev.parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.UnsafeStart;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LimitSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_QUESTIONS, 60, PT1M",
    "SESSION_MESSAGES, 5, PT1M",
    "SESSION_FEEDBACK, 10, PT1M",
    "ADDRESS_SESSIONS, 10, PT1M",
    "ADDRESS_REGISTRATIONS, 10, PT1H",
    "ADDRESS_LOGINS, 30, PT1M",
    "ACCOUNT_LOGINS, 10, PT5M",
    "ACCOUNT_EXPORTS, 10, PT1H",
    "ACCOUNT_IMPORTS, 10, PT1H",
    "ADDRESS_MAILS, 20, PT1H",
    "ACCOUNT_MAILS, 5, PT1H",
    "ADDRESS_PROOFS, 20, PT1M",
    "ACCOUNT_KEYS, 10, PT10M",
    "ADDRESS_CHAT, 60, PT1M",
  })
  void allowsWhatTheInterfacePromises(Limit limit, int count, Duration time) {
    assertThat(settings(Map.of()).rate(limit)).isEqualTo(new Rate(count, time));
  }

  @Test
  void promisesNoLimitMoreAndTwoCeilings() {
    assertThat(Limit.values()).hasSize(14);
    assertThat(Ceiling.values()).containsExactly(Ceiling.ACCOUNT_ANSWERS, Ceiling.SERVER_ANSWERS);
    assertThat(settings(Map.of()).ceiling(Ceiling.ACCOUNT_ANSWERS)).isEqualTo(10);
    assertThat(settings(Map.of()).ceiling(Ceiling.SERVER_ANSWERS)).isEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource({"60/1m, 60, PT1M", "1/30s, 1, PT30S", "10/2h, 10, PT2H", "5/7d, 5, P7D"})
  void readsACountAndATime(String text, int count, Duration time) {
    var settings = settings(Map.of("PARLEY_LIMIT_ACCOUNT_QUESTIONS", text));
    assertThat(settings.rate(Limit.ACCOUNT_QUESTIONS)).isEqualTo(new Rate(count, time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "60", "60/m", "0/1m", "60/0s", "-1/1m", "1.5/1m", "60/1w", "x/1m", "60/1m/1m"})
  void refusesTheStartWithAnythingElse(String text) {
    assertThatThrownBy(() -> settings(Map.of("PARLEY_LIMIT_ACCOUNT_QUESTIONS", text)))
        .isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("PARLEY_LIMIT_ACCOUNT_QUESTIONS");
  }

  @Test
  void readsCeilings() {
    var settings = settings(Map.of("PARLEY_LIMIT_ACCOUNT_ANSWERS", "3"));
    assertThat(settings.ceiling(Ceiling.ACCOUNT_ANSWERS)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1/1m", "many", "1.5", "9999999999"})
  void refusesTheStartWithACeilingThatIsNoCount(String text) {
    assertThatThrownBy(() -> settings(Map.of("PARLEY_LIMIT_SERVER_ANSWERS", text)))
        .isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("PARLEY_LIMIT_SERVER_ANSWERS");
  }

  private static LimitSettings settings(Map<String, Object> set) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", set));
    return new LimitSettings(environment);
  }
}
