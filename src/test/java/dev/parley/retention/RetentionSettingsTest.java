package dev.parley.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.UnsafeStart;
import dev.parley.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionSettingsTest {

  @Test
  void deleteNoAccountUnlessTheySayAfterHowLong() {
    assertThat(new RetentionSettings(false, Duration.ZERO).deletesInactiveAccounts()).isFalse();
    assertThat(new RetentionSettings(false, Duration.ofDays(60)).deletesInactiveAccounts())
        .isTrue();
  }

  @Test
  void refuseTheStartWithATimeTooShortToWarn() {
    assertThatThrownBy(() -> new RetentionSettings(false, Duration.ofDays(59)))
        .isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("PARLEY_INACTIVE_ACCOUNTS");
  }

  @Test
  void refuseTheStartWhereNobodyCouldBeWarned() {
    assertThatThrownBy(() -> TestServer.start("--parley.retention.inactive-accounts=365d"))
        .isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("SMTP_URL is not");
  }
}
