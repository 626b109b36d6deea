package dev.parley.audit;

import dev.parley.auth.Caller;
import dev.parley.auth.Looked;
import dev.parley.web.Fields;
import dev.parley.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The record, for administrators.
@RestController
class AuditController {

  private final EventSearch search;
  private final ApplicationEventPublisher events;

  AuditController(EventSearch search, ApplicationEventPublisher events) {
    this.search = search;
    this.events = events;
  }

  /// Newest first. A page may have fewer rows than were asked for and still not be the last.
  @GetMapping("/admin/audit")
  Page<Shown> list(
      Caller.Admin admin,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(name = "request_id", required = false) @Nullable String requestId,
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var fields = new Fields();
    var filter =
        new Filter(
            kind,
            actor,
            subject,
            requestId,
            fields.optionalTime("since", since),
            fields.optionalTime("until", until));
    fields.check();
    var found = search.before(Place.of(cursor), filter, Page.limit(limit));
    events.publishEvent(new Looked(admin, "record_read"));
    var next = found.next();
    return new Page<>(
        found.entries().stream().map(Shown::of).toList(),
        next != null,
        next == null ? null : next.cursor());
  }
}
