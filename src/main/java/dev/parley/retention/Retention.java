package dev.parley.retention;

import dev.parley.account.Closing;
import dev.parley.guest.Guests;
import dev.parley.node.SoleJobs;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Closes what has been idle, warns of what is to be deleted and deletes what is past its time, and
/// says what it did.
@Component
class Retention {

  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final int SHOWN = 100;
  private static final String EVERY = "PT10M";

  private final SoleJobs jobs;
  private final Guests guests;
  private final Cleaning cleaning;
  private final Warnings warnings;
  private final InactiveAccounts accounts;
  private final Closing closing;
  private final RetentionSettings settings;
  private final ApplicationEventPublisher events;

  Retention(
      SoleJobs jobs,
      Guests guests,
      Cleaning cleaning,
      Warnings warnings,
      InactiveAccounts accounts,
      Closing closing,
      RetentionSettings settings,
      ApplicationEventPublisher events) {
    this.jobs = jobs;
    this.guests = guests;
    this.cleaning = cleaning;
    this.warnings = warnings;
    this.accounts = accounts;
    this.closing = closing;
    this.settings = settings;
    this.events = events;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = EVERY)
  void job() {
    jobs.run("retention", Duration.parse(EVERY), this::run);
  }

  void run() {
    if (settings.dryRun()) {
      // Their owners deleted these, and a crash broke it off.
      cleaning.finishConversations();
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
    for (var deleted : cleaning.clean()) {
      told.accept(
          "%s past their time were deleted: %s".formatted(deleted.count(), deleted.subject()));
      events.publishEvent(deleted);
    }
    if (settings.deletesInactiveAccounts()) {
      cleanAccounts(told);
    }
  }

  private void cleanAccounts(Consumer<String> told) {
    var inactive = settings.inactiveAccounts();
    for (var warning : Warning.values()) {
      var warned = new Stride().all(few -> warnings.warnFew(warning, inactive, few));
      if (warned > 0) {
        told.accept(
            "%s inactive accounts are warned %s days ahead".formatted(warned, warning.daysLeft()));
      }
    }
    var deleted = new Stride().all(few -> closeFew(inactive, few));
    if (deleted > 0) {
      told.accept("%s inactive accounts were deleted".formatted(deleted));
      events.publishEvent(new Deleted("inactive_accounts", deleted));
    }
  }

  private int closeFew(Duration inactive, int few) {
    var due = accounts.due(inactive, few);
    due.forEach(closing::close);
    return due.size();
  }

  /// Says what would be deleted, and leaves everything as it is.
  ///
  /// @param told hears what that is
  void report(Consumer<String> told) {
    for (var rule : cleaning.outlook(true)) {
      if (rule.due() != null && rule.due() > 0) {
        told.accept("%s past their time would be deleted: %s".formatted(rule.due(), rule.name()));
      }
    }
    if (settings.deletesInactiveAccounts()) {
      var due = accounts.due(settings.inactiveAccounts(), SHOWN);
      if (!due.isEmpty()) {
        told.accept("Inactive accounts would be deleted, these first: %s".formatted(due));
      }
    }
  }
}
