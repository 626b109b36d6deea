package dev.parley.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts that nobody has used for long, and whose owners have had both warnings in time. Who
/// runs the server keeps theirs, and who was suspended does not get rid of that this way.
@Component
class InactiveAccounts {

  private final JdbcClient jdbc;
  private final Clock clock;

  InactiveAccounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The accounts that are to be deleted now, at most so many.
  List<String> due(Duration inactive, int most) {
    var now = clock.instant();
    return jdbc.sql(
            """
            SELECT u.id
            FROM users u
            JOIN inactivity_warnings w ON w.user_id = u.id AND w.days_left = :days
            WHERE u.last_active_at < :before
              AND u.status = 'active' AND u.role = 'user'
              AND w.asked_at > u.last_active_at AND w.sent_at <= :warned_before
            ORDER BY u.last_active_at
            LIMIT :most
            """)
        .param("before", now.minus(inactive).toEpochMilli())
        .param("days", Warning.LAST.daysLeft())
        .param("warned_before", now.minus(Warning.LAST.ahead()).toEpochMilli())
        .param("most", most)
        .query(String.class)
        .list();
  }
}
