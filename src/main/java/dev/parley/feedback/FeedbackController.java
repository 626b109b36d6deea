package dev.parley.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.auth.Caller;
import dev.parley.guest.Guests;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What people say of answers and guests.
@RestController
class FeedbackController {

  private static final int LONGEST = 10_000;

  @JsonIgnoreProperties(ignoreUnknown = true)
  record OfSession(@Nullable String sessionId, @Nullable String feedback) {}

  record OfMessage(@Nullable String rating, @Nullable String comment) {}

  record Received(String detail) {}

  private final Feedback feedback;
  private final Guests guests;

  FeedbackController(Feedback feedback, Guests guests) {
    this.feedback = feedback;
    this.guests = guests;
  }

  @PostMapping(path = "/feedback", produces = MediaType.APPLICATION_JSON_VALUE)
  Received ofSession(Meter meter, Once once, @RequestBody OfSession body) {
    var fields = new Fields();
    var secret = fields.given("session_id", body.sessionId);
    var text = fields.text("feedback", body.feedback, LONGEST);
    fields.check();
    var session = guests.require(secret);
    var request = once.by(session, body);
    if (request.earlier().isEmpty()) {
      meter.take(Limit.SESSION_FEEDBACK, session);
    }
    return request.create(
        Received.class,
        () -> {
          feedback.ofSession(session, text);
          return new Received("Feedback received");
        });
  }

  @PutMapping("/messages/{id}/feedback")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void ofMessage(Caller.Asker asker, @PathVariable String id, @RequestBody OfMessage body) {
    var fields = new Fields();
    var rating = fields.given("rating", body.rating);
    if (!"up".equals(rating) && !"down".equals(rating)) {
      fields.reject("rating", "must be up or down");
    }
    var comment = fields.optionalText("comment", body.comment, LONGEST);
    fields.check();
    feedback.ofMessage(asker.accountId(), id, rating, comment);
  }
}
