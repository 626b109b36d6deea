package dev.parley.responses;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Framing.Said;
import dev.parley.conversation.OwnConversations;
import dev.parley.model.Models;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import dev.parley.web.NotFound;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// An account's conversations as OpenAI's interface has them.
@Component
class StoredConversations {

  /// A conversation.
  ///
  /// @param createdAt seconds since 1970
  record Body(String id, String object, long createdAt, Map<String, String> metadata) {}

  private final OwnConversations conversations;
  private final Models models;
  private final Ids ids;

  StoredConversations(OwnConversations conversations, Models models, Ids ids) {
    this.conversations = conversations;
    this.models = models;
    this.ids = ids;
  }

  /// Makes one, of the default model.
  ///
  /// @param developer what the developer said before all else
  /// @param said before it was made
  Body create(
      String owner, @Nullable String developer, List<Said> said, Map<String, String> metadata) {
    var model = models.choose(new Fields(), null);
    var made = conversations.create(owner, ids.next("conv"), null, model, developer);
    if (!metadata.isEmpty()) {
      conversations.note(owner, made.id(), metadata);
    }
    if (!said.isEmpty()) {
      conversations.add(owner, made.id(), said);
    }
    return body(made, metadata);
  }

  Body get(String owner, String id) {
    return body(conversations.require(owner, id), conversations.metadata(owner, id));
  }

  Body change(String owner, String id, Map<String, String> metadata) {
    conversations.note(owner, id, metadata);
    return get(owner, id);
  }

  void delete(String owner, String id) {
    conversations.delete(owner, id);
  }

  ItemList items(String owner, String id, Listing listing) {
    var messages =
        conversations.items(owner, id, listing.newestFirst(), listing.message(), listing.most());
    return listing.cut(listing.items(messages.data()), messages.hasMore());
  }

  ItemList add(String owner, String id, List<Said> said) {
    var added = conversations.add(owner, id, said);
    return ItemList.of(
        added.stream().flatMap(message -> Item.of(message).stream()).toList(), false);
  }

  Item item(String owner, String id, String itemId) {
    var message = conversations.item(owner, id, ItemId.read(itemId).messageId());
    return Item.of(message).stream()
        .filter(item -> item.id().equals(itemId))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  Body deleteItem(String owner, String id, String itemId) {
    var item = item(owner, id, itemId);
    var callId = Item.FUNCTION_CALL.equals(item.type()) ? item.callId() : null;
    conversations.deleteItem(owner, id, ItemId.read(itemId).messageId(), callId);
    return get(owner, id);
  }

  private static Body body(Conversation conversation, Map<String, String> metadata) {
    var seconds = conversation.createdAt().getEpochSecond();
    return new Body(conversation.id(), "conversation", seconds, metadata);
  }
}
