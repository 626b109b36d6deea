package dev.parley.retention;

import dev.parley.account.Closing;
import dev.parley.guest.Guests;
import dev.parley.node.SoleJobs;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Closes what has been idle, warns of what is to be deleted and deletes what is past its time, and
/// says what it did.
@Component
class Retention {

  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private static final String EVERY = "PT10M";

  private final SoleJobs jobs;
  private final Guests guests;
  private final Deletion deletion;
  private final Warnings warnings;
  private final InactiveAccounts accounts;
  private final Closing closing;
  private final RetentionSettings settings;

  Retention(
      SoleJobs jobs,
      Guests guests,
      Deletion deletion,
      Warnings warnings,
      InactiveAccounts accounts,
      Closing closing,
      RetentionSettings settings) {
    this.jobs = jobs;
    this.guests = guests;
    this.deletion = deletion;
    this.warnings = warnings;
    this.accounts = accounts;
    this.closing = closing;
    this.settings = settings;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = EVERY)
  void job() {
    jobs.run("retention", Duration.parse(EVERY), this::run);
  }

  void run() {
    if (settings.dryRun()) {
      report();
    } else {
      clean();
    }
  }

  private void clean() {
    var closed = guests.closeIdle();
    if (closed > 0) {
      log.info("{} idle guest sessions were closed", closed);
    }
    for (var rule : Rule.values()) {
      var deleted = all(Deletion.FEW, () -> deletion.deleteFew(rule));
      if (deleted > 0) {
        log.info("{} past their time were deleted: {}", deleted, rule);
      }
    }
    if (settings.deletesInactiveAccounts()) {
      cleanAccounts();
    }
  }

  private void cleanAccounts() {
    var inactive = settings.inactiveAccounts();
    for (var warning : Warning.values()) {
      var warned = all(Deletion.FEW, () -> warnings.warnFew(warning, inactive));
      if (warned > 0) {
        log.info("{} inactive accounts are warned {} days ahead", warned, warning.daysLeft());
      }
    }
    var deleted = all(Deletion.FEW, () -> closeFew(inactive));
    if (deleted > 0) {
      log.info("{} inactive accounts were deleted", deleted);
    }
  }

  private int closeFew(Duration inactive) {
    var due = accounts.due(inactive, Deletion.FEW);
    due.forEach(closing::close);
    return due.size();
  }

  /// Says what would be deleted, and leaves everything as it is.
  private void report() {
    for (var rule : Rule.values()) {
      var due = deletion.count(rule);
      if (due > 0) {
        log.info("{} past their time would be deleted: {}", due, rule);
      }
    }
    if (settings.deletesInactiveAccounts()) {
      var due = accounts.due(settings.inactiveAccounts(), Deletion.FEW);
      if (!due.isEmpty()) {
        log.info("Inactive accounts would be deleted, these first: {}", due);
      }
    }
  }

  /// Repeats what does a few at a time.
  private static int all(int few, IntSupplier step) {
    var all = 0;
    var done = step.getAsInt();
    while (done > 0) {
      all += done;
      done = done < few ? 0 : step.getAsInt();
    }
    return all;
  }
}
