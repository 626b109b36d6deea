package dev.parley.budget;

import dev.parley.auth.Caller;
import dev.parley.auth.Looked;
import dev.parley.web.Fields;
import dev.parley.web.Page;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was used, for administrators.
@RestController
class AdminUsageController {

  private static final String MODEL = "model";
  private static final String USER = "user";
  private static final Pattern WHO = Pattern.compile("user_[0-9a-z]{26}|guests|relay");

  private final UsageRows usage;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AdminUsageController(UsageRows usage, ApplicationEventPublisher events, Clock clock) {
    this.usage = usage;
    this.events = events;
    this.clock = clock;
  }

  @GetMapping("/admin/usage")
  Page<UsageRow> list(
      Caller.Admin admin,
      @RequestParam(defaultValue = MODEL) String by,
      @RequestParam(required = false) @Nullable String user,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var fields = new Fields();
    var first = day(fields, "from", from, LocalDate.EPOCH);
    // A day ahead is a day too far for every clock.
    var last =
        day(fields, "to", to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
    if (!MODEL.equals(by) && !USER.equals(by)) {
      fields.reject("by", "must be model or user");
    }
    if (user != null && !WHO.matcher(user).matches()) {
      fields.reject("user", "must be the id of an account, guests, or relay");
    }
    fields.check();
    events.publishEvent(new Looked(admin.accountId(), "usage_read", user));
    if (user != null) {
      return usage.ofUser(user, first, last, Page.limit(limit), cursor);
    }
    return MODEL.equals(by)
        ? usage.byModel(first, last, Page.limit(limit), cursor)
        : usage.byUser(first, last, Page.limit(limit), cursor);
  }

  private static LocalDate day(
      Fields fields, String field, @Nullable String text, LocalDate otherwise) {
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeException _) {
      fields.reject(field, "must be a day such as 2030-01-31");
      return otherwise;
    }
  }
}
