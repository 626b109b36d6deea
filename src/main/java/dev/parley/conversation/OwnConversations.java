package dev.parley.conversation;

import dev.parley.answer.Answers;
import dev.parley.answer.Feed;
import dev.parley.web.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// An account's conversations: what is done with them is told to its devices.
@Component
public class OwnConversations {

  private static final Logger log = LoggerFactory.getLogger(OwnConversations.class);

  private final Conversations conversations;
  private final GoneConversations gone;
  private final Messages messages;
  private final Items items;
  private final KnownAnswers known;
  private final Answers answers;
  private final Feed feed;

  OwnConversations(
      Conversations conversations,
      GoneConversations gone,
      Messages messages,
      Items items,
      KnownAnswers known,
      Answers answers,
      Feed feed) {
    this.conversations = conversations;
    this.gone = gone;
    this.messages = messages;
    this.items = items;
    this.known = known;
    this.answers = answers;
    this.feed = feed;
  }

  /// Makes one.
  ///
  /// @param id the one that it is to have
  public Conversation create(
      String owner,
      String id,
      @Nullable String title,
      String model,
      @Nullable String developerMessage) {
    var conversation = conversations.create(owner, id, title, model, developerMessage);
    feed.publish(
        owner, "conversation.created", () -> new ConversationController.Changed(conversation));
    return conversation;
  }

  /// One of them.
  ///
  /// @throws dev.parley.web.NotFound where it is not there, or somebody else's
  public Conversation require(String owner, String id) {
    return conversations.require(owner, id);
  }

  /// Deletes one with all its messages, and ends what is being written in it. From the first moment
  /// nobody sees it; what cannot be deleted now is later.
  ///
  /// @throws dev.parley.web.NotFound where it is not there, or somebody else's
  public void delete(String owner, String id) {
    var isMore = conversations.delete(owner, id);
    answers.forget(topic -> topic.conversationId().equals(id));
    feed.publish(owner, "conversation.deleted", () -> new ConversationController.Deleted(id));
    if (isMore) {
      deleteRest(id);
    }
  }

  private void deleteRest(String id) {
    try {
      while (gone.deleteFew(id)) {
        // A few at a time, so that nobody waits long.
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("A conversation cannot be deleted as a whole, and the rest will be later", e);
    }
  }

  /// What leads to an answer, newest first.
  ///
  /// @param most how many messages, if they stand in one branch
  /// @throws dev.parley.web.NotFound where it is not there, or somebody else's
  public List<Message> leadingTo(String owner, String answerId, int most) {
    return messages.leadingTo(owner, answerId, most);
  }

  /// Messages of the branch last used, but for those that were deleted.
  ///
  /// @param after the one before the first that is wanted; none: from the beginning, or the end
  public Page<Message> items(
      String owner, String conversationId, boolean newestFirst, @Nullable String after, int limit) {
    return items.list(owner, conversationId, newestFirst, after, limit);
  }

  /// One message.
  ///
  /// @throws dev.parley.web.NotFound where it is not there, or not here, or somebody else's
  public Message item(String owner, String conversationId, String id) {
    return items.require(owner, conversationId, id);
  }

  /// Adds what was said elsewhere at the end of the branch last used.
  public List<Message> add(String owner, String conversationId, List<Framing.Said> said) {
    var added = items.add(owner, conversationId, said);
    tell(owner, conversationId);
    return added;
  }

  /// Deletes the text of a message, which keeps its place, or one of its function calls.
  ///
  /// @param callId none: the text
  public void deleteItem(String owner, String conversationId, String id, @Nullable String callId) {
    if (items.require(owner, conversationId, id).isInProgress()) {
      known.stop(owner, id);
    }
    items.delete(owner, conversationId, id, callId);
    tell(owner, conversationId);
  }

  /// What its owner has noted on a conversation.
  public Map<String, String> metadata(String owner, String conversationId) {
    return items.metadata(owner, conversationId);
  }

  /// Notes something on a conversation in the place of what was noted.
  public void note(String owner, String conversationId, Map<String, String> metadata) {
    items.note(owner, conversationId, metadata);
  }

  private void tell(String owner, String conversationId) {
    feed.publish(
        owner,
        "conversation.updated",
        () -> new ConversationController.Changed(conversations.require(owner, conversationId)));
  }
}
