package dev.parley.conversation;

import dev.parley.answer.Answers;
import dev.parley.answer.End;
import dev.parley.answer.Feed;
import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.platform.Ids;
import dev.parley.web.Invalid;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asking, reading and stopping: where stored conversations meet live answers.
@Component
class Dialogue {

  /// The body of a whole answer.
  record Whole(Message userMessage, Object message, Context.Report context) {}

  private final Questions questions;
  private final Messages messages;
  private final Conversations conversations;
  private final StoredAnswers store;
  private final Answers answers;
  private final Feed feed;
  private final Ids ids;

  Dialogue(
      Questions questions,
      Messages messages,
      Conversations conversations,
      StoredAnswers store,
      Answers answers,
      Feed feed,
      Ids ids) {
    this.questions = questions;
    this.messages = messages;
    this.conversations = conversations;
    this.store = store;
    this.answers = answers;
    this.feed = feed;
    this.ids = ids;
  }

  Reply ask(
      String owner, String conversationId, NewQuestion question, Origin origin, boolean streamed) {
    var id = ids.next("msg");
    return write(
        id,
        new Topic(owner, conversationId),
        origin,
        streamed,
        () -> questions.ask(owner, conversationId, id, question));
  }

  Reply askAgain(
      String owner, String messageId, @Nullable String model, Origin origin, boolean streamed) {
    var conversationId = messages.require(owner, messageId).conversationId();
    var id = ids.next("msg");
    return write(
        id,
        new Topic(owner, conversationId),
        origin,
        streamed,
        () -> questions.askAgain(owner, conversationId, id, messageId, model));
  }

  private Reply write(
      String id, Topic topic, Origin origin, boolean streamed, Supplier<Asked> storing) {
    var begun = answers.write(id, topic, origin, store, storing);
    feed.publish(
        topic.ownerId(),
        "conversation.updated",
        () ->
            new ConversationController.Changed(
                conversations.require(topic.ownerId(), topic.conversationId())));
    return streamed
        ? new Reply.Stream(begun.answer(), 0, true)
        : new Reply.Whole(begun.answer(), end -> whole(begun.question(), end));
  }

  private static Object whole(Asked asked, End end) {
    return switch (end) {
      case End.Completed completed ->
          new Whole(asked.userMessage(), completed.message(), asked.context());
      case End.Stopped stopped ->
          new Whole(asked.userMessage(), stopped.message(), asked.context());
      case End.Failed failed -> throw failed.failure();
    };
  }

  /// The message's text from an offset on, live while it is being written.
  Reply read(String owner, String messageId, int after) {
    // Looked for first: an answer that ends in between is found in the database.
    var live = answers.find(messageId);
    var message = messages.require(owner, messageId);
    var length = live.map(LiveAnswer::length).orElse(message.content().length());
    // Whoever read an answer that was then interrupted may have more of it than could be saved.
    if (after > length && !Message.INTERRUPTED.equals(message.status())) {
      throw new Invalid("after", "is beyond the text that has been written");
    }
    if (live.isPresent()) {
      return new Reply.Stream(live.get(), after, false);
    }
    if (Message.COMPLETED.equals(message.status()) && after == length) {
      return new Reply.Nothing();
    }
    var past =
        LiveAnswer.past(
            messageId,
            new Topic(owner, message.conversationId()),
            store,
            message.content(),
            end(message));
    return new Reply.Stream(past, after, false);
  }

  /// Ends an answer that is being written; one that has ended stays as it is.
  Message stop(String owner, String messageId) {
    messages.require(owner, messageId);
    answers.stop(messageId);
    return messages.require(owner, messageId);
  }

  private static End end(Message message) {
    return switch (message.status()) {
      case Message.COMPLETED -> new End.Completed(message);
      case "stopped" -> new End.Stopped(message);
      default -> new End.Failed(PastFailure.of(message), message);
    };
  }
}
