package dev.parley.guest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.auth.Caller;
import dev.parley.conversation.Answered;
import dev.parley.conversation.Manner;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.web.Fields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Conversations without an account.
@RestController
class GuestController {

  private static final String USER = "user";

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Chat(
      @Nullable String sessionId,
      @Nullable String role,
      @Nullable String content,
      @Nullable Boolean stream) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Claim(@Nullable String sessionId) {}

  record Said(String sessionId, String role, String content) {}

  private final GuestSessions sessions;
  private final GuestQuestions questions;
  private final Claims claims;
  private final GuestToll toll;
  private final GuestSettings settings;

  GuestController(
      GuestSessions sessions,
      GuestQuestions questions,
      Claims claims,
      GuestToll toll,
      GuestSettings settings) {
    this.sessions = sessions;
    this.questions = questions;
    this.claims = claims;
    this.toll = toll;
    this.settings = settings;
  }

  @PostMapping(path = "/session/initialize_session", produces = MediaType.APPLICATION_JSON_VALUE)
  GuestSession begin(Meter meter) {
    meter.takeByAddress(Limit.ADDRESS_SESSIONS);
    return sessions.begin();
  }

  @PostMapping(
      path = "/chat",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  Reply chat(Origin origin, Meter meter, Once once, @RequestBody Chat body) {
    var fields = new Fields();
    var secret = fields.given("session_id", body.sessionId);
    var content = fields.text("content", body.content, settings.longestMessage());
    if (!USER.equals(body.role)) {
      fields.reject("role", "must be user");
    }
    fields.check();
    var session = sessions.require(secret);
    var streamed = Boolean.TRUE.equals(body.stream) || origin.acceptsEvents();
    var manner =
        new Manner(
            origin,
            streamed,
            once.by(session, body),
            () -> toll.take(meter, session),
            Manner.Key.NONE,
            said(secret));
    return questions.ask(session, content, manner);
  }

  @PostMapping("/session/claim")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void claim(Caller.Member member, @RequestBody Claim body) {
    var fields = new Fields();
    var secret = fields.given("session_id", body.sessionId);
    fields.check();
    var session = sessions.require(secret);
    claims.claim(session, member.accountId());
  }

  private static Function<Answered, Object> said(String secret) {
    return answered -> new Said(secret, "assistant", answered.answer());
  }
}
