package dev.parley.node;

import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// A job is done by the node that gets its row in the database, and by no other until it is due
/// again. Where that node dies in the middle, the next has its turn after a few times.
@Component
@OnNodes(Nodes.SEVERAL)
final class SharedJobs implements SoleJobs {

  private static final int MISSED = 3;

  private final LockingTaskExecutor jobs;
  private final Clock clock;

  SharedJobs(JdbcTemplate template, PlatformTransactionManager transactions, Clock clock) {
    this.clock = clock;
    this.jobs =
        new DefaultLockingTaskExecutor(
            new JdbcTemplateLockProvider(
                JdbcTemplateLockProvider.Configuration.builder()
                    .withJdbcTemplate(template)
                    .withTransactionManager(transactions)
                    .forceUtcTimeZone()
                    .build()));
  }

  @Override
  public void run(String name, Duration every, Runnable job) {
    var rest = every.minus(every.dividedBy(10));
    jobs.executeWithLock(
        job, new LockConfiguration(clock.instant(), name, every.multipliedBy(MISSED), rest));
  }
}
