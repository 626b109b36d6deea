package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.auth.Caller;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.model.Models;
import dev.parley.modelkey.ModelKeys;
import dev.parley.web.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Questions, one after another, of which an account has one running thread.
@RestController
class QuestionController {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Question(@Nullable String question, @Nullable Boolean stream, @Nullable String model) {}

  record Answer(String id, String question, String answer, Instant createdAt) {}

  private final Threads threads;
  private final Models models;
  private final ModelKeys keys;
  private final ConversationSettings settings;

  QuestionController(
      Threads threads, Models models, ModelKeys keys, ConversationSettings settings) {
    this.threads = threads;
    this.models = models;
    this.keys = keys;
    this.settings = settings;
  }

  @PostMapping(
      path = "/openai/question",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.TEXT_EVENT_STREAM_VALUE,
        MediaType.TEXT_PLAIN_VALUE
      })
  Reply ask(Caller.Asker asker, Origin origin, Meter meter, Once once, @RequestBody Question body) {
    var fields = new Fields();
    var question = fields.text("question", body.question, settings.longestMessage());
    var model = models.choose(fields, body.model);
    fields.check();
    var manner =
        new Manner(
            origin,
            Boolean.TRUE.equals(body.stream) || origin.acceptsEvents(),
            once.by(asker.accountId(), body),
            () -> meter.take(Limit.ACCOUNT_QUESTIONS, asker.accountId()),
            () -> keys.find(asker.accountId()),
            origin.acceptsText() ? Answered::answer : QuestionController::answer);
    return threads.ask(asker.accountId(), Kind.QUESTIONS, question, model, manner);
  }

  @GetMapping(path = "/openai/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Reply listen(Caller.Reader reader) {
    return new Reply.Answers(reader.accountId());
  }

  private static Object answer(Answered answered) {
    return new Answer(answered.id(), answered.question(), answered.answer(), answered.createdAt());
  }
}
