package dev.parley.retention;

import dev.parley.platform.Dialect;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Deletes a few at a time, so that nobody waits long for it.
@Component
class Deletion {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Dialect dialect;

  Deletion(JdbcClient jdbc, Clock clock, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.clock = clock;
  }

  /// How many there are of what a rule is about.
  int count(Rule rule, Duration age) {
    return jdbc.sql(rule.count())
        .param("before", clock.instant().minus(age).toEpochMilli())
        .query(Integer.class)
        .single();
  }

  /// Deletes at most so many of what a rule is about.
  ///
  /// @return how many it were
  @Transactional
  public int deleteFew(Rule rule, Duration age, int few) {
    return jdbc.sql(rule.deletion(dialect))
        .param("before", clock.instant().minus(age).toEpochMilli())
        .param("few", few)
        .update();
  }
}
