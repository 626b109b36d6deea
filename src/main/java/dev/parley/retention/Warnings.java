package dev.parley.retention;

import dev.parley.mail.Outbox;
import dev.parley.platform.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The warnings of deletion: who gets one, and who got it.
@Component
class Warnings {

  /// After so long a mail that was not sent has been given up, and is written again.
  private static final Duration GIVEN_UP = Duration.ofDays(7);

  private record Account(String id, String email) {}

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Outbox outbox;
  private final Clock clock;

  Warnings(JdbcClient jdbc, Outbox outbox, Clock clock, Dialect dialect) {
    this.dialect = dialect;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Has at most [Deletion#FEW] accounts warned that nobody has used for long.
  ///
  /// @param inactive how long an account may go unused
  /// @return how many it were
  @Transactional
  public int warnFew(Warning warning, Duration inactive) {
    var few = unwarned(warning, inactive);
    for (var account : few) {
      ask(warning, account);
    }
    return few.size();
  }

  /// The last warning goes only to those whom the first has reached, as long before as it said.
  private List<Account> unwarned(Warning warning, Duration inactive) {
    var now = clock.instant();
    var between = Warning.FIRST.ahead().minus(Warning.LAST.ahead());
    return jdbc.sql(
            """
            SELECT u.id, u.email
            FROM users u
            LEFT JOIN inactivity_warnings w ON w.user_id = u.id AND w.days_left = :days
            WHERE u.last_active_at < :before
              AND u.status = 'active' AND u.role = 'user'
              AND (w.user_id IS NULL OR w.asked_at < u.last_active_at
                OR (w.sent_at IS NULL AND w.asked_at < :given_up))
              AND (:first = 1 OR EXISTS (
                SELECT 1 FROM inactivity_warnings f
                WHERE f.user_id = u.id AND f.days_left = :days_first
                  AND f.asked_at > u.last_active_at AND f.sent_at <= :first_before))
            ORDER BY u.last_active_at
            LIMIT :few
            """)
        .param("days", warning.daysLeft())
        .param("before", now.minus(inactive).plus(warning.ahead()).toEpochMilli())
        .param("given_up", now.minus(GIVEN_UP).toEpochMilli())
        .param("first", warning == Warning.FIRST ? 1 : 0)
        .param("days_first", Warning.FIRST.daysLeft())
        .param("first_before", now.minus(between).toEpochMilli())
        .param("few", Deletion.FEW)
        .query(Account.class)
        .list();
  }

  /// The mail first, as where it is noted that a mail was sent: so the two never wait for another.
  private void ask(Warning warning, Account account) {
    outbox.put(warning.kind(), account.email);
    jdbc.sql(
            """
            INSERT INTO inactivity_warnings (user_id, days_left, asked_at)
            VALUES (:user, :days, :now)
            %s asked_at = :now, sent_at = NULL
            """
                .formatted(dialect.orUpdate("user_id, days_left")))
        .param("user", account.id)
        .param("days", warning.daysLeft())
        .param("now", clock.millis())
        .update();
  }

  /// When the account with this address was last used, if it has still to be warned.
  Optional<Instant> lastUse(Warning warning, String email) {
    return jdbc.sql(
            """
            SELECT u.last_active_at
            FROM users u
            JOIN inactivity_warnings w ON w.user_id = u.id AND w.days_left = :days
            WHERE u.email = :email AND w.asked_at > u.last_active_at AND w.sent_at IS NULL
            """)
        .param("email", email)
        .param("days", warning.daysLeft())
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void sent(Warning warning, String email) {
    jdbc.sql(
            """
            UPDATE inactivity_warnings SET sent_at = :now
            WHERE days_left = :days AND user_id = (SELECT id FROM users WHERE email = :email)
            """)
        .param("email", email)
        .param("days", warning.daysLeft())
        .param("now", clock.millis())
        .update();
  }
}
