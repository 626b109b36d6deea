package dev.parley.responses;

import dev.parley.auth.Caller;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.Metadata;
import dev.parley.idempotency.Once;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Conversations, as OpenAI's clients know them.
@RestController
class ConversationsController {

  private final StoredConversations conversations;
  private final Input.Limits limits;
  private final Ids ids;

  ConversationsController(
      StoredConversations conversations,
      ConversationSettings settings,
      ResponseSettings responses,
      Ids ids) {
    this.conversations = conversations;
    this.limits = Input.Limits.of(settings, responses);
    this.ids = ids;
  }

  @PostMapping(path = "/v1/conversations", produces = MediaType.APPLICATION_JSON_VALUE)
  StoredConversations.Body create(
      Caller.Asker asker,
      Once once,
      @RequestBody(required = false) Bodies.@Nullable NewConversation body) {
    var given = body == null ? new Bodies.NewConversation(null, null) : body;
    var fields = new Fields();
    var metadata = Metadata.check(fields, "metadata", given.metadata());
    var input = Input.readItems(given.items(), fields, limits, ids);
    fields.check();
    return once.by(asker.accountId(), given)
        .create(
            StoredConversations.Body.class,
            () ->
                conversations.create(asker.accountId(), input.developer(), input.said(), metadata));
  }

  @GetMapping("/v1/conversations/{id}")
  StoredConversations.Body get(Caller.Participant caller, @PathVariable String id) {
    return conversations.get(caller.accountId(), id);
  }

  @PostMapping(path = "/v1/conversations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  StoredConversations.Body change(
      Caller.Asker asker, @PathVariable String id, @RequestBody Bodies.ChangedConversation body) {
    var fields = new Fields();
    var metadata = Metadata.require(fields, "metadata", body.metadata());
    fields.check();
    return conversations.change(asker.accountId(), id, metadata);
  }

  @DeleteMapping("/v1/conversations/{id}")
  Response.Deleted delete(Caller.Asker asker, @PathVariable String id) {
    conversations.delete(asker.accountId(), id);
    return Response.Deleted.conversation(id);
  }

  @GetMapping("/v1/conversations/{id}/items")
  ItemList items(
      Caller.Participant caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String order,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    return conversations.items(caller.accountId(), id, Listing.of(order, limit, after));
  }

  @PostMapping(path = "/v1/conversations/{id}/items", produces = MediaType.APPLICATION_JSON_VALUE)
  ItemList add(
      Caller.Asker asker, @PathVariable String id, Once once, @RequestBody Bodies.NewItems body) {
    var fields = new Fields();
    var input = Input.readItems(body.items(), fields, limits, ids);
    if (input.developer() != null) {
      throw new UnsupportedParameter(
          "items", "may have this role only where a conversation is made");
    }
    if (input.said().isEmpty()) {
      fields.reject("items", "must have an item that is not of the developer");
    }
    fields.check();
    return once.by(asker.accountId(), body)
        .create(ItemList.class, () -> conversations.add(asker.accountId(), id, input.said()));
  }

  @GetMapping("/v1/conversations/{id}/items/{item}")
  Item item(Caller.Participant caller, @PathVariable String id, @PathVariable String item) {
    return conversations.item(caller.accountId(), id, item);
  }

  @DeleteMapping("/v1/conversations/{id}/items/{item}")
  StoredConversations.Body deleteItem(
      Caller.Asker asker, @PathVariable String id, @PathVariable String item) {
    return conversations.deleteItem(asker.accountId(), id, item);
  }
}
