package dev.parley.admin;

import dev.parley.auth.Caller;
import dev.parley.auth.Looked;
import dev.parley.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What there is to review, for administrators.
@RestController
@RequestMapping("/admin")
class ListController {

  private final FeedbackList feedback;
  private final SessionList sessions;
  private final ApplicationEventPublisher events;

  ListController(FeedbackList feedback, SessionList sessions, ApplicationEventPublisher events) {
    this.feedback = feedback;
    this.sessions = sessions;
    this.events = events;
  }

  @GetMapping("/feedback")
  Page<FeedbackList.Given> feedback(
      Caller.Admin admin,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var page = feedback.list(Page.limit(limit), cursor);
    events.publishEvent(new Looked(admin, "feedback_read"));
    return page;
  }

  @GetMapping("/sessions")
  Page<SessionList.Session> sessions(
      Caller.Admin admin,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var page = sessions.list(Page.limit(limit), cursor);
    events.publishEvent(new Looked(admin, "sessions_listed"));
    return page;
  }
}
