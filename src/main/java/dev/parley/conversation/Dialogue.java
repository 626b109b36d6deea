package dev.parley.conversation;

import dev.parley.answer.Answers;
import dev.parley.answer.Begun;
import dev.parley.answer.End;
import dev.parley.answer.Feed;
import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.idempotency.KeptAlready;
import dev.parley.idempotency.StillRunning;
import dev.parley.platform.Ids;
import dev.parley.web.Invalid;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Asking, reading and stopping: where stored conversations meet live answers.
@Component
class Dialogue {

  private final Questions questions;
  private final Messages messages;
  private final Conversations conversations;
  private final StoredAnswers store;
  private final Answers answers;
  private final Feed feed;
  private final Ids ids;
  private final ApplicationEventPublisher events;

  Dialogue(
      Questions questions,
      Messages messages,
      Conversations conversations,
      StoredAnswers store,
      Answers answers,
      Feed feed,
      Ids ids,
      ApplicationEventPublisher events) {
    this.questions = questions;
    this.messages = messages;
    this.conversations = conversations;
    this.store = store;
    this.answers = answers;
    this.feed = feed;
    this.ids = ids;
    this.events = events;
  }

  Reply ask(String owner, String conversationId, NewQuestion question, Manner manner) {
    return ask(new Topic(owner, conversationId, false), question, manner);
  }

  Reply ask(Topic topic, NewQuestion question, Manner manner) {
    var id = ids.next("msg");
    return write(
        id,
        topic,
        manner,
        admit ->
            questions.ask(
                topic.ownerId(), topic.conversationId(), id, question, manner.once(), admit));
  }

  Reply askAgain(String owner, String messageId, @Nullable String model, Manner manner) {
    var conversationId = messages.require(owner, messageId).conversationId();
    var id = ids.next("msg");
    return write(
        id,
        new Topic(owner, conversationId, false),
        manner,
        admit ->
            questions.askAgain(owner, conversationId, id, messageId, model, manner.once(), admit));
  }

  private Reply write(String id, Topic topic, Manner manner, Function<Runnable, Asked> storing) {
    var earlier = manner.once().earlier();
    if (earlier.isPresent()) {
      return again(topic, earlier.get(), manner);
    }
    manner.toll().run();
    var key = manner.key().find();
    if (key == null) {
      answers.checkAvailable();
    }
    Begun<Asked> begun;
    try {
      begun =
          answers.write(
              id,
              topic,
              manner.origin(),
              store,
              admit -> storing.apply(key == null ? admit : withKey(admit, topic, id)).with(key));
    } catch (KeptAlready _) {
      return again(topic, manner.once().earlier().orElseThrow(StillRunning::new), manner);
    }
    if (key != null && manner.key().find() == null) {
      // Deleted meanwhile, by somebody who may not have seen this answer yet.
      answers.forgetKey(topic.ownerId());
    }
    feed.publish(
        topic.ownerId(),
        "conversation.updated",
        () ->
            new ConversationController.Changed(
                conversations.require(topic.ownerId(), topic.conversationId())));
    return manner.streamed()
        ? new Reply.Stream(begun.answer(), 0, true)
        : new Reply.Whole(begun.answer(), whole(begun.question(), manner));
  }

  private Runnable withKey(Runnable admit, Topic topic, String answerId) {
    return () -> {
      admit.run();
      events.publishEvent(new ConversationHappening.OwnKeyUsed(topic.ownerId(), answerId));
    };
  }

  private static Function<End, Object> whole(Asked asked, Manner manner) {
    return Whole.of(asked.userMessage(), asked.context(), manner);
  }

  /// The answer to a question that was asked before: read from its start.
  private Reply again(Topic topic, JsonNode first, Manner manner) {
    var id = first.path("message_id").asString("");
    var live = answers.find(id);
    var message = messages.require(topic.ownerId(), id);
    if (live.isPresent() && !manner.streamed()) {
      throw new StillRunning();
    }
    var question = messages.require(topic.ownerId(), String.valueOf(message.parentId()));
    var context = first.path("context");
    var answer =
        live.orElseGet(() -> past(topic, Started.again(question, message, context), message));
    return manner.streamed()
        ? new Reply.Stream(answer, 0, true)
        : new Reply.Whole(answer, Whole.of(question, context, manner));
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
    var topic = new Topic(owner, message.conversationId(), false);
    return new Reply.Stream(past(topic, null, message), after, false);
  }

  private LiveAnswer past(Topic topic, @Nullable Object started, Message message) {
    return LiveAnswer.past(message.id(), topic, store, started, message.content(), end(message));
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
