package dev.parley.guest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.auth.Caller;
import dev.parley.conversation.Answered;
import dev.parley.conversation.Kind;
import dev.parley.conversation.KnownAnswers;
import dev.parley.conversation.Manner;
import dev.parley.conversation.Message;
import dev.parley.conversation.Offset;
import dev.parley.conversation.Threads;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.web.Fields;
import dev.parley.web.NotFound;
import dev.parley.web.OwnPage;
import dev.parley.web.Page;
import dev.parley.web.PageCookie;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Trying it out on this server's own page: the browser keeps the session's secret in a cookie, and
/// a guest who reloads the page finds the conversation again.
@RestController
@RequestMapping("/session/page")
class GuestPageController {

  private static final PageCookie COOKIE = new PageCookie("parley_guest", "/session/page", null);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Question(@Nullable String content) {}

  record Claimed(String conversationId) {}

  private final GuestSessions sessions;
  private final Threads threads;
  private final GuestQuestions questions;
  private final Claims claims;
  private final GuestToll toll;
  private final KnownAnswers known;
  private final GuestSettings settings;

  GuestPageController(
      GuestSessions sessions,
      Threads threads,
      GuestQuestions questions,
      Claims claims,
      GuestToll toll,
      KnownAnswers known,
      GuestSettings settings) {
    this.sessions = sessions;
    this.threads = threads;
    this.questions = questions;
    this.claims = claims;
    this.toll = toll;
    this.known = known;
    this.settings = settings;
  }

  /// Begins a session; one that the browser has is forgotten.
  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void begin(OwnPage page, Meter meter) {
    meter.takeByAddress(Limit.ADDRESS_SESSIONS);
    page.keep(COOKIE, sessions.begin().sessionId());
  }

  @PostMapping(
      path = "/chat",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  Reply chat(OwnPage page, Origin origin, Meter meter, Once once, @RequestBody Question body) {
    var fields = new Fields();
    var content = fields.text("content", body.content, settings.longestMessage());
    fields.check();
    var session = page.kept(COOKIE).map(sessions::require).orElseThrow(SessionExpired::new);
    var manner =
        new Manner(
            origin,
            origin.acceptsEvents(),
            once.by(session, body),
            () -> toll.take(meter, session),
            Manner.Key.NONE,
            Answered::exchange);
    return questions.ask(session, content, manner);
  }

  /// What was said so far; nothing having been said is no failure: the page asks when it is opened.
  @GetMapping("/messages")
  Page<Message> list(
      OwnPage page,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var rows = Page.limit(limit);
    return session(page)
        .map(session -> threads.messages(session, Kind.GUEST, rows, cursor))
        .orElseGet(Page::empty);
  }

  @GetMapping("/messages/{id}")
  Message get(OwnPage page, @PathVariable String id) {
    return threads.require(require(page), id);
  }

  @GetMapping(path = "/messages/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Reply read(
      OwnPage page,
      @PathVariable String id,
      @RequestHeader(required = false, name = "Last-Event-ID") @Nullable String lastEventId,
      @RequestParam(required = false) @Nullable String after) {
    return known.read(require(page), id, Offset.of(lastEventId, after));
  }

  @PostMapping(path = "/messages/{id}/stop", produces = MediaType.APPLICATION_JSON_VALUE)
  Message stop(OwnPage page, @PathVariable String id) {
    return known.stop(require(page), id);
  }

  /// Makes the conversation the account's; there being none is no failure.
  @PostMapping(path = "/claim", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Claimed> claim(Caller.Member member, OwnPage page) {
    var session = session(page);
    var thread = session.flatMap(id -> claim(id, member.accountId()));
    page.forget(COOKIE);
    return thread
        .map(id -> ResponseEntity.ok(new Claimed(id)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  private Optional<String> claim(String session, String account) {
    try {
      return claims.claim(session, account);
    } catch (SessionExpired _) {
      // Another window of the page was first.
      return Optional.empty();
    }
  }

  private Optional<String> session(OwnPage page) {
    return page.kept(COOKIE).flatMap(sessions::findOpen);
  }

  private String require(OwnPage page) {
    return session(page).orElseThrow(NotFound::new);
  }
}
