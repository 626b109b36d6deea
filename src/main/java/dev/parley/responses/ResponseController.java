package dev.parley.responses;

import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.auth.Caller;
import dev.parley.conversation.Answered;
import dev.parley.conversation.Manner;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.modelkey.ModelKeys;
import dev.parley.openai.ClientLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Responses.
@RestController
class ResponseController {

  private final DraftReader drafts;
  private final StoredResponses stored;
  private final UnstoredResponses unstored;
  private final ModelKeys keys;
  private final ClientLimits limits;

  ResponseController(
      DraftReader drafts,
      StoredResponses stored,
      UnstoredResponses unstored,
      ModelKeys keys,
      ClientLimits limits) {
    this.drafts = drafts;
    this.stored = stored;
    this.unstored = unstored;
    this.keys = keys;
    this.limits = limits;
  }

  /// Clients accept this and that, and OpenAI gives all of them the same.
  @PostMapping(
      path = "/v1/responses",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.TEXT_EVENT_STREAM_VALUE,
        MediaType.ALL_VALUE
      })
  Reply create(
      Caller.Asker asker,
      Origin origin,
      Meter meter,
      Once once,
      @RequestBody Bodies.NewResponse body) {
    var draft = drafts.read(body);
    var counting = meter.telling(limits.of(asker.accountId()));
    Runnable toll = () -> counting.take(Limit.ACCOUNT_QUESTIONS, asker.accountId());
    var first = once.by(asker.accountId(), body);
    if (!draft.stored()) {
      return unstored.ask(asker.accountId(), draft, first, toll, origin);
    }
    var manner =
        new Manner(
            origin,
            draft.streamed() || draft.asked().background(),
            first,
            toll,
            () -> keys.find(asker.accountId()),
            Answered::exchange);
    return stored.ask(asker.accountId(), draft, manner);
  }

  @GetMapping(
      path = "/v1/responses/{id}",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.TEXT_EVENT_STREAM_VALUE,
        MediaType.ALL_VALUE
      })
  Reply get(
      Caller.Participant caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean stream,
      @RequestParam(name = "starting_after", defaultValue = "-1") int startingAfter) {
    return stream
        ? stored.read(caller.accountId(), id, Math.max(-1, startingAfter))
        : new Reply.Known(stored.get(caller.accountId(), id));
  }

  @DeleteMapping("/v1/responses/{id}")
  Response.Deleted delete(Caller.Asker asker, @PathVariable String id) {
    stored.delete(asker.accountId(), id);
    return Response.Deleted.response(id);
  }

  @PostMapping(path = "/v1/responses/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
  Response cancel(Caller.Asker asker, @PathVariable String id) {
    return stored.cancel(asker.accountId(), id);
  }

  @GetMapping("/v1/responses/{id}/input_items")
  ItemList inputItems(
      Caller.Participant caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String order,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    var listing = Listing.of(order, limit, after);
    return listing.page(stored.inputs(caller.accountId(), id));
  }
}
