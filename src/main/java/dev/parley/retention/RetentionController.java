package dev.parley.retention;

import dev.parley.auth.Caller;
import dev.parley.auth.Looked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is deleted when, for administrators.
@RestController
class RetentionController {

  /// @param afterSeconds none: never
  /// @param due only in a dry run
  record RuleAsSet(String rule, @Nullable Long afterSeconds, @Nullable Integer due) {

    static RuleAsSet of(Cleaning.Outlook outlook) {
      var after = outlook.after();
      return new RuleAsSet(outlook.name(), after == null ? null : after.toSeconds(), outlook.due());
    }
  }

  /// @param inactiveAccountsAfterSeconds none: never
  record Rules(
      boolean dryRun, @Nullable Long inactiveAccountsAfterSeconds, List<RuleAsSet> rules) {}

  private final Cleaning cleaning;
  private final RetentionSettings settings;
  private final ApplicationEventPublisher events;

  RetentionController(
      Cleaning cleaning, RetentionSettings settings, ApplicationEventPublisher events) {
    this.cleaning = cleaning;
    this.settings = settings;
    this.events = events;
  }

  @GetMapping("/admin/retention")
  Rules rules(
      Caller.Admin admin, @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
    events.publishEvent(new Looked(admin, "retention_read"));
    var inactive = settings.inactiveAccounts();
    return new Rules(
        settings.dryRun(),
        inactive.isZero() ? null : inactive.toSeconds(),
        cleaning.outlook(dryRun).stream().map(RuleAsSet::of).toList());
  }
}
