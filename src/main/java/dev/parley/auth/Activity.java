package dev.parley.auth;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// When an account was last used, to the day: a day's uses cost one write.
@Component
class Activity {

  private static final Duration ROUGHLY = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  Activity(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Notes that an account is used now.
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(String accountId) {
    update(accountId);
  }

  private void update(String accountId) {
    var now = clock.millis();
    jdbc.sql(
            """
            UPDATE users SET last_active_at = :now
            WHERE id = :id AND (last_active_at IS NULL OR last_active_at < :before)
            """)
        .param("id", accountId)
        .param("now", now)
        .param("before", now - ROUGHLY.toMillis())
        .update();
  }

  /// Notes that the account of a personal access token is used now.
  @Transactional(propagation = Propagation.MANDATORY)
  public void noteByToken(String tokenId) {
    jdbc.sql("SELECT user_id FROM access_tokens WHERE id = :id")
        .param("id", tokenId)
        .query(String.class)
        .optional()
        .ifPresent(this::update);
  }
}
