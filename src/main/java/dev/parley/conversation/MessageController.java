package dev.parley.conversation;

import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.auth.Caller;
import dev.parley.idempotency.Once;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.model.Models;
import dev.parley.modelkey.ModelKeys;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import dev.parley.web.Invalid;
import dev.parley.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Questions and answers of a conversation.
@RestController
class MessageController {

  private final Messages messages;
  private final Dialogue dialogue;
  private final KnownAnswers known;
  private final Models models;
  private final ModelKeys keys;
  private final Ids ids;
  private final ConversationSettings settings;

  MessageController(
      Messages messages,
      Dialogue dialogue,
      KnownAnswers known,
      Models models,
      ModelKeys keys,
      Ids ids,
      ConversationSettings settings) {
    this.messages = messages;
    this.dialogue = dialogue;
    this.known = known;
    this.models = models;
    this.keys = keys;
    this.ids = ids;
    this.settings = settings;
  }

  @GetMapping("/conversations/{id}/messages")
  Page<Message> list(
      Caller.Reader reader,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String branch,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (branch != null && !"all".equals(branch)) {
      throw new Invalid("branch", "must be all, or be left out");
    }
    return branch == null
        ? messages.listBranch(reader.accountId(), id, Page.limit(limit), cursor)
        : messages.listAll(reader.accountId(), id, Page.limit(limit), cursor);
  }

  @PostMapping(
      path = "/conversations/{id}/messages",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  Reply ask(
      Caller.Asker asker,
      @PathVariable String id,
      Origin origin,
      Meter meter,
      Once once,
      @RequestBody Bodies.Question body) {
    var fields = new Fields();
    var content = fields.text("content", body.content(), settings.longestMessage());
    var model = body.model() == null ? null : models.choose(fields, body.model());
    var parent = parent(fields, body.parentId());
    fields.check();
    var question = new NewQuestion(ids.next("msg"), content, model, parent);
    return dialogue.ask(
        asker.accountId(), id, question, manner(asker, origin, meter, once, body.stream(), body));
  }

  @PostMapping(
      path = "/messages/{id}/regenerate",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  Reply regenerate(
      Caller.Asker asker,
      @PathVariable String id,
      Origin origin,
      Meter meter,
      Once once,
      @RequestBody(required = false) Bodies.@Nullable Regeneration body) {
    var given = body == null ? new Bodies.Regeneration(null, null) : body;
    var fields = new Fields();
    var model = given.model() == null ? null : models.choose(fields, given.model());
    fields.check();
    return dialogue.askAgain(
        asker.accountId(), id, model, manner(asker, origin, meter, once, given.stream(), given));
  }

  @PostMapping(path = "/messages/{id}/stop", produces = MediaType.APPLICATION_JSON_VALUE)
  Message stop(Caller.Asker asker, @PathVariable String id) {
    return known.stop(asker.accountId(), id);
  }

  @GetMapping("/messages/{id}")
  Message get(Caller.Reader reader, @PathVariable String id) {
    return messages.require(reader.accountId(), id);
  }

  @GetMapping(path = "/messages/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Reply read(
      Caller.Reader reader,
      @PathVariable String id,
      @RequestHeader(required = false, name = "Last-Event-ID") @Nullable String lastEventId,
      @RequestParam(required = false) @Nullable String after) {
    return known.read(reader.accountId(), id, Offset.of(lastEventId, after));
  }

  private static NewQuestion.Parent parent(Fields fields, @Nullable JsonNode node) {
    if (node == null) {
      return new NewQuestion.Parent.Last();
    }
    if (node.isNull()) {
      return new NewQuestion.Parent.None();
    }
    if (!node.isString()) {
      fields.reject("parent_id", "must be an id or null");
      return new NewQuestion.Parent.Last();
    }
    return new NewQuestion.Parent.Named(node.stringValue());
  }

  private Manner manner(
      Caller.Asker asker,
      Origin origin,
      Meter meter,
      Once once,
      @Nullable Boolean stream,
      Object body) {
    return new Manner(
        origin,
        Boolean.TRUE.equals(stream) || origin.acceptsEvents(),
        once.by(asker.accountId(), body),
        () -> meter.take(Limit.ACCOUNT_QUESTIONS, asker.accountId()),
        () -> keys.find(asker.accountId()),
        Answered::exchange);
  }
}
