package dev.parley.conversation;

import dev.parley.answer.Answers;
import dev.parley.answer.Begun;
import dev.parley.answer.End;
import dev.parley.answer.Feed;
import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Mirrors;
import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.budget.Hold;
import dev.parley.budget.Payer;
import dev.parley.budget.QuotaExceeded;
import dev.parley.budget.Spending;
import dev.parley.idempotency.KeptAlready;
import dev.parley.idempotency.StillRunning;
import dev.parley.platform.Ids;
import dev.parley.web.Invalid;
import java.util.Optional;
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
  private final PaidAnswers paid;
  private final Spending spending;
  private final Answers answers;
  private final Mirrors mirrors;
  private final Feed feed;
  private final Ids ids;
  private final ApplicationEventPublisher events;

  Dialogue(
      Questions questions,
      Messages messages,
      Conversations conversations,
      StoredAnswers store,
      PaidAnswers paid,
      Spending spending,
      Answers answers,
      Mirrors mirrors,
      Feed feed,
      Ids ids,
      ApplicationEventPublisher events) {
    this.questions = questions;
    this.messages = messages;
    this.conversations = conversations;
    this.store = store;
    this.paid = paid;
    this.spending = spending;
    this.answers = answers;
    this.mirrors = mirrors;
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
        admission ->
            questions.ask(
                topic.ownerId(), topic.conversationId(), id, question, manner.once(), admission));
  }

  Reply askAgain(String owner, String messageId, @Nullable String model, Manner manner) {
    var conversationId = messages.require(owner, messageId).conversationId();
    var id = ids.next("msg");
    return write(
        id,
        new Topic(owner, conversationId, false),
        manner,
        admission ->
            questions.askAgain(
                owner, conversationId, id, messageId, model, manner.once(), admission));
  }

  private Reply write(String id, Topic topic, Manner manner, Function<Admission, Asked> storing) {
    var earlier = manner.once().earlier();
    if (earlier.isPresent()) {
      return again(topic, earlier.get(), manner);
    }
    manner.toll().run();
    Begun<Asked> begun;
    try {
      begun = begin(id, topic, manner.origin(), manner.key(), spending::hold, storing);
    } catch (KeptAlready _) {
      return again(topic, manner.once().earlier().orElseThrow(StillRunning::new), manner);
    }
    return manner.streamed()
        ? new Reply.Stream(begun.answer(), 0, true)
        : new Reply.Whole(begun.answer(), whole(begun.question(), manner));
  }

  /// Holds the most that an answer may cost, in the transaction that stores its question.
  @FunctionalInterface
  interface Pricing {
    Hold hold(Payer payer, String answerId, String model, int inputTokens, boolean ownKey);
  }

  /// Has a question stored and the model asked.
  ///
  /// @param keys the key that the asker has of the model service
  /// @throws KeptAlready where the same was asked before
  Begun<Asked> begin(
      String id,
      Topic topic,
      Origin origin,
      Manner.Key keys,
      Pricing pricing,
      Function<Admission, Asked> storing) {
    var key = keys.find();
    if (key == null) {
      answers.checkAvailable();
    }
    var kept = new PaidAnswer(paid);
    Begun<Asked> begun;
    try {
      begun =
          answers.write(
              id,
              topic,
              origin,
              kept,
              seat -> {
                var payer = Payer.of(topic.ownerId());
                var entry = key == null ? seat : withKey(seat, topic, id);
                var admission =
                    new Admission(
                        entry,
                        (model, tokens) -> pricing.hold(payer, id, model, tokens, key != null));
                var asked = storing.apply(admission);
                kept.hold(asked.hold());
                return asked.with(key);
              });
    } catch (QuotaExceeded refusal) {
      spending.tell(refusal);
      throw refusal;
    }
    if (key != null && keys.find() == null) {
      // Deleted meanwhile, by somebody who may not have seen this answer yet.
      answers.forgetKey(topic.ownerId());
    }
    feed.publish(
        topic.ownerId(),
        "conversation.updated",
        () ->
            new ConversationController.Changed(
                conversations.require(topic.ownerId(), topic.conversationId())));
    return begun;
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
    var found = find(topic.ownerId(), first.path("message_id").asString(""));
    var message = found.message;
    if (found.live.isPresent() && !manner.streamed()) {
      throw new StillRunning();
    }
    var question = messages.require(topic.ownerId(), String.valueOf(message.parentId()));
    var context = first.path("context");
    var started = Started.again(question, message, context);
    var answer = found.live.orElseGet(() -> past(topic, started, message));
    answer.startIfUnknown(started);
    return manner.streamed()
        ? new Reply.Stream(answer, 0, true)
        : new Reply.Whole(answer, Whole.of(question, context, manner));
  }

  /// The message's text from an offset on, live while it is being written.
  Reply read(String owner, String messageId, int after) {
    var found = find(owner, messageId);
    var message = found.message;
    if (found.live.isPresent()) {
      checkOffset(after, message, answers.find(messageId).map(LiveAnswer::length));
      return new Reply.Stream(found.live.get(), after, false);
    }
    var length = message.content().length();
    checkOffset(after, message, Optional.of(length));
    if (Message.COMPLETED.equals(message.status()) && after == length) {
      return new Reply.Nothing();
    }
    return new Reply.Stream(past(topic(owner, message), null, message), after, false);
  }

  /// Whoever read an answer that was then interrupted may have more of it than could be saved, and
  /// of one that another node writes, more than is known here.
  private static void checkOffset(int after, Message message, Optional<Integer> length) {
    if (length.filter(known -> after > known).isPresent()
        && !Message.INTERRUPTED.equals(message.status())) {
      throw new Invalid("after", "is beyond the text that has been written");
    }
  }

  /// @param live where it is being written, by whatever node
  private record Found(Optional<LiveAnswer> live, Message message) {}

  private Found find(String owner, String messageId) {
    // Looked for first: an answer that ends in between is found in the database.
    var live = answers.find(messageId);
    var message = messages.require(owner, messageId);
    if (live.isPresent() || !message.isInProgress()) {
      return new Found(live, message);
    }
    var elsewhere = mirrors.find(messageId, topic(owner, message));
    return elsewhere.isPresent()
        ? new Found(elsewhere, message)
        // It has begun here in between, or ended.
        : new Found(answers.find(messageId), messages.require(owner, messageId));
  }

  private static Topic topic(String owner, Message message) {
    return new Topic(owner, message.conversationId(), false);
  }

  private LiveAnswer past(Topic topic, @Nullable Object started, Message message) {
    return LiveAnswer.past(
        message.id(), topic, store, started, message.content(), PastEnd.of(message));
  }

  /// Ends an answer that is being written, by whatever node; one that has ended stays as it is.
  Message stop(String owner, String messageId) {
    var message = messages.require(owner, messageId);
    answers.stop(messageId);
    if (message.isInProgress()) {
      mirrors.stop(messageId, topic(owner, message));
    }
    return messages.require(owner, messageId);
  }
}
