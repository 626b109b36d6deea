package dev.parley.retention;

import dev.parley.account.Closing;
import dev.parley.guest.Guests;
import dev.parley.node.SoleJobs;
import java.time.Duration;
import java.util.function.Consumer;
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
      report(log::info);
    } else {
      clean(log::info);
    }
  }

  /// @param told hears what was done
  void clean(Consumer<String> told) {
    var closed = guests.closeIdle();
    if (closed > 0) {
      told.accept("%s idle guest sessions were closed".formatted(closed));
    }
    for (var rule : Rule.values()) {
      var deleted = all(Deletion.FEW, () -> deletion.deleteFew(rule));
      if (deleted > 0) {
        told.accept("%s past their time were deleted: %s".formatted(deleted, rule));
      }
    }
    if (settings.deletesInactiveAccounts()) {
      cleanAccounts(told);
    }
  }

  private void cleanAccounts(Consumer<String> told) {
    var inactive = settings.inactiveAccounts();
    for (var warning : Warning.values()) {
      var warned = all(Deletion.FEW, () -> warnings.warnFew(warning, inactive));
      if (warned > 0) {
        told.accept(
            "%s inactive accounts are warned %s days ahead".formatted(warned, warning.daysLeft()));
      }
    }
    var deleted = all(Deletion.FEW, () -> closeFew(inactive));
    if (deleted > 0) {
      told.accept("%s inactive accounts were deleted".formatted(deleted));
    }
  }

  private int closeFew(Duration inactive) {
    var due = accounts.due(inactive, Deletion.FEW);
    due.forEach(closing::close);
    return due.size();
  }

  /// Says what would be deleted, and leaves everything as it is.
  ///
  /// @param told hears what that is
  void report(Consumer<String> told) {
    for (var rule : Rule.values()) {
      var due = deletion.count(rule);
      if (due > 0) {
        told.accept("%s past their time would be deleted: %s".formatted(due, rule));
      }
    }
    if (settings.deletesInactiveAccounts()) {
      var due = accounts.due(settings.inactiveAccounts(), Deletion.FEW);
      if (!due.isEmpty()) {
        told.accept("Inactive accounts would be deleted, these first: %s".formatted(due));
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
