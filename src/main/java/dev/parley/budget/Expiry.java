package dev.parley.budget;

import dev.parley.node.SoleJobs;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives back what has been held for longer than an answer can take: the process died that wrote
/// it, and nothing else is left of the answer that could tell what it did cost.
@Component
class Expiry {

  private static final Logger log = LoggerFactory.getLogger(Expiry.class);
  private static final int FEW = 100;
  private static final String EVERY = "PT5M";

  private final SoleJobs jobs;
  private final Ledger ledger;
  private final Expired expired;
  private final HoldMetrics metrics;
  private final Clock clock;
  private final BudgetSettings settings;

  Expiry(
      SoleJobs jobs,
      Ledger ledger,
      Expired expired,
      HoldMetrics metrics,
      Clock clock,
      BudgetSettings settings) {
    this.jobs = jobs;
    this.ledger = ledger;
    this.expired = expired;
    this.metrics = metrics;
    this.clock = clock;
    this.settings = settings;
  }

  @Scheduled(initialDelayString = "PT30S", fixedDelayString = EVERY)
  void job() {
    jobs.run("budget-expiry", Duration.parse(EVERY), this::run);
  }

  void run() {
    var before = clock.instant().minus(settings.holdFor()).toEpochMilli();
    var given = 0;
    var waiting = 0;
    var held = ledger.heldSinceBefore(before, 0, FEW);
    while (!held.isEmpty()) {
      for (var row : held) {
        // Being written here, so it is the clock that was set.
        if (metrics.isOpen(row.hold().answerId())) {
          waiting++;
        } else {
          expired.settle(row.hold());
          given++;
        }
      }
      held = ledger.heldSinceBefore(before, held.getLast().n(), FEW);
    }
    if (waiting == 0) {
      ledger.mark(before);
    }
    if (given > 0) {
      log.warn("What was held for {} answers that nobody writes any more was given back", given);
    }
  }
}
