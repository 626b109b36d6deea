package dev.parley.retention;

import dev.parley.platform.UnsafeStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is deleted.
///
/// @param dryRun `PARLEY_RETENTION_DRY_RUN`: whether only to say in the log what would be deleted
/// @param inactiveAccounts `PARLEY_INACTIVE_ACCOUNTS`: how long an account may go unused; zero for
/// ever
@ConfigurationProperties("parley.retention")
record RetentionSettings(
    @DefaultValue("false") boolean dryRun, @DefaultValue("0d") Duration inactiveAccounts) {

  private static final Duration SHORTEST = Duration.ofDays(60);

  RetentionSettings {
    if (!inactiveAccounts.isZero() && inactiveAccounts.compareTo(SHORTEST) < 0) {
      throw new UnsafeStart(
          "PARLEY_INACTIVE_ACCOUNTS is shorter than 60 days, so nobody could be warned in time.",
          "Set it to a longer time, such as 730d, or leave it out and no account is deleted.");
    }
  }

  boolean deletesInactiveAccounts() {
    return !inactiveAccounts.isZero();
  }
}
