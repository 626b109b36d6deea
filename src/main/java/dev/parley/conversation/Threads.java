package dev.parley.conversation;

import dev.parley.answer.Feed;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.model.Models;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import dev.parley.web.NotFound;
import dev.parley.web.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The conversations of which their owner has one: they are made with the first question.
@Component
public class Threads {

  private final Conversations conversations;
  private final Messages messages;
  private final Dialogue dialogue;
  private final Models models;
  private final Feed feed;
  private final Ids ids;

  Threads(
      Conversations conversations,
      Messages messages,
      Dialogue dialogue,
      Models models,
      Feed feed,
      Ids ids) {
    this.conversations = conversations;
    this.messages = messages;
    this.dialogue = dialogue;
    this.models = models;
    this.feed = feed;
    this.ids = ids;
  }

  /// Asks the next question of a thread.
  ///
  /// @param owner the account or session
  /// @param model none: the default
  /// @throws NotFound where the thread is given to somebody else at the same time
  public Reply ask(String owner, Kind kind, String content, @Nullable String model, Manner manner) {
    var thread = conversations.findThread(owner, kind).orElseGet(() -> create(owner, kind));
    var question = new NewQuestion(ids.next("msg"), content, model, new NewQuestion.Parent.Last());
    return dialogue.ask(new Topic(owner, thread, kind == Kind.QUESTIONS), question, manner);
  }

  /// Makes the thread; where two are made at once, both get the one that was first.
  private String create(String owner, Kind kind) {
    var model = models.choose(new Fields(), null);
    conversations.createThread(owner, kind, model);
    // It may be somebody else's by now.
    var id = conversations.findThread(owner, kind).orElseThrow(NotFound::new);
    feed.publish(
        owner,
        "conversation.created",
        () -> new ConversationController.Changed(conversations.require(owner, id)));
    return id;
  }

  /// What was said in a thread, from its first message on.
  ///
  /// @param owner the account or session
  /// @param cursor none: the first page
  public Page<Message> messages(String owner, Kind kind, int limit, @Nullable String cursor) {
    return conversations
        .findThread(owner, kind)
        .map(thread -> messages.listBranch(owner, thread, limit, cursor))
        .orElseGet(Page::empty);
  }

  /// A message of a thread.
  ///
  /// @throws NotFound where it is not there, or somebody else's
  public Message require(String owner, String messageId) {
    return messages.require(owner, messageId);
  }

  /// Gives the conversation of a guest session to an account.
  ///
  /// @return its id, where anything was asked in it
  public Optional<String> claim(String session, String account) {
    var thread = conversations.findThread(session, Kind.GUEST);
    conversations.give(session, account);
    return thread;
  }
}
