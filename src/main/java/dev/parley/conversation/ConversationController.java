package dev.parley.conversation;

import dev.parley.answer.Feed;
import dev.parley.answer.Reply;
import dev.parley.auth.Caller;
import dev.parley.idempotency.Once;
import dev.parley.model.Models;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import dev.parley.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The conversations of an account.
@RestController
class ConversationController {

  private static final int LONGEST_SEARCH = 200;

  /// The body of events that carry a conversation.
  record Changed(Conversation conversation) {}

  /// The body of `conversation.deleted`.
  record Deleted(String id) {}

  private final Conversations conversations;
  private final Search search;
  private final OwnConversations own;
  private final Models models;
  private final Feed feed;
  private final Ids ids;
  private final ConversationSettings settings;

  ConversationController(
      Conversations conversations,
      Search search,
      OwnConversations own,
      Models models,
      Feed feed,
      Ids ids,
      ConversationSettings settings) {
    this.conversations = conversations;
    this.search = search;
    this.own = own;
    this.models = models;
    this.feed = feed;
    this.ids = ids;
    this.settings = settings;
  }

  @PostMapping(path = "/conversations", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Conversation create(Caller.Asker asker, Once once, @RequestBody Bodies.NewConversation body) {
    var fields = new Fields();
    var title = fields.optionalText("title", body.title(), settings.longestTitle());
    var developerMessage =
        fields.optionalText(
            "developer_message", body.developerMessage(), settings.longestMessage());
    var model = models.choose(fields, body.model());
    fields.check();
    return once.by(asker.accountId(), body)
        .create(
            Conversation.class,
            () ->
                own.create(
                    asker.accountId(),
                    ids.next("conv"),
                    blankToNull(title),
                    model,
                    blankToNull(developerMessage)));
  }

  @GetMapping("/conversations")
  Page<Conversation> list(
      Caller.Reader reader,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "false") boolean archived,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (q == null || q.isBlank()) {
      return conversations.list(reader.accountId(), archived, Page.limit(limit), cursor);
    }
    var fields = new Fields();
    var text = fields.text("q", q, LONGEST_SEARCH);
    fields.check();
    return search.find(reader.accountId(), text, archived, Page.limit(limit), cursor);
  }

  @GetMapping("/conversations/{id}")
  Conversation get(Caller.Reader reader, @PathVariable String id) {
    return conversations.require(reader.accountId(), id);
  }

  @PatchMapping(path = "/conversations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  Conversation change(
      Caller.Asker asker, @PathVariable String id, @RequestBody Bodies.ChangedConversation body) {
    var fields = new Fields();
    var change =
        new Change(
            text(fields, "title", body.title(), settings.longestTitle()),
            body.model() == null ? null : models.choose(fields, body.model()),
            text(fields, "developer_message", body.developerMessage(), settings.longestMessage()),
            body.archived());
    fields.check();
    var conversation = conversations.change(asker.accountId(), id, change);
    feed.publish(asker.accountId(), "conversation.updated", () -> new Changed(conversation));
    return conversation;
  }

  @DeleteMapping("/conversations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller.Asker asker, @PathVariable String id) {
    own.delete(asker.accountId(), id);
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Reply events(Caller.Reader reader) {
    return new Reply.Events(reader.accountId());
  }

  private static Change.Text text(Fields fields, String field, @Nullable JsonNode node, int limit) {
    if (node == null) {
      return new Change.Text.Left();
    }
    if (!node.isString() && !node.isNull()) {
      fields.reject(field, "must be a string or null");
      return new Change.Text.Left();
    }
    var text = fields.optionalText(field, node.isNull() ? null : node.stringValue(), limit);
    return new Change.Text.Set(blankToNull(text));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
