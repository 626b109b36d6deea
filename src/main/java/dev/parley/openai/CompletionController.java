package dev.parley.openai;

import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.auth.Caller;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Chat completions.
@RestController
class CompletionController {

  private final CompletionReader reader;
  private final Passages passages;
  private final ClientLimits limits;

  CompletionController(CompletionReader reader, Passages passages, ClientLimits limits) {
    this.limits = limits;
    this.reader = reader;
    this.passages = passages;
  }

  /// Clients accept this and that, and OpenAI gives all of them the same.
  @PostMapping(
      path = "/v1/chat/completions",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.TEXT_EVENT_STREAM_VALUE,
        MediaType.ALL_VALUE
      })
  Reply complete(
      Caller.Asker asker, Origin origin, Meter meter, Once once, @RequestBody byte[] body) {
    var completion = reader.read(Verbatim.read(body));
    var counting = meter.telling(limits.of(asker.accountId()));
    return passages.ask(
        asker.accountId(),
        completion,
        once.by(asker.accountId(), body),
        () -> counting.take(Limit.ACCOUNT_QUESTIONS, asker.accountId()),
        origin);
  }
}
