package dev.parley.conversation;

import dev.parley.answer.Answers;
import dev.parley.answer.Begun;
import dev.parley.answer.Feed;
import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.budget.Hold;
import dev.parley.budget.Payer;
import dev.parley.budget.Spending;
import dev.parley.idempotency.KeptAlready;
import dev.parley.idempotency.StillRunning;
import dev.parley.platform.Ids;
import dev.parley.platform.Secret;
import dev.parley.web.NotFound;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Asking: where stored conversations meet live answers.
@Component
public class Dialogue {

  private final Questions questions;
  private final Messages messages;
  private final Conversations conversations;
  private final KnownAnswers known;
  private final PaidAnswers paid;
  private final Spending spending;
  private final Answers answers;
  private final Feed feed;
  private final Ids ids;
  private final ApplicationEventPublisher events;

  Dialogue(
      Questions questions,
      Messages messages,
      Conversations conversations,
      KnownAnswers known,
      PaidAnswers paid,
      Spending spending,
      Answers answers,
      Feed feed,
      Ids ids,
      ApplicationEventPublisher events) {
    this.questions = questions;
    this.messages = messages;
    this.conversations = conversations;
    this.known = known;
    this.paid = paid;
    this.spending = spending;
    this.answers = answers;
    this.feed = feed;
    this.ids = ids;
    this.events = events;
  }

  Reply ask(String owner, String conversationId, NewQuestion question, Manner manner) {
    return ask(new Topic(owner, conversationId, false), question, manner);
  }

  Reply ask(Topic topic, NewQuestion question, Manner manner) {
    return reply(pose(topic, question, manner), manner);
  }

  /// Asks a question, or finds the answer where it was asked before.
  ///
  /// @throws NotFound where the conversation or what it follows is not there, or somebody else's
  public Posed pose(Topic topic, NewQuestion question, Manner manner) {
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
    var posed =
        write(
            id,
            new Topic(owner, conversationId, false),
            manner,
            admission ->
                questions.askAgain(
                    owner, conversationId, id, messageId, model, manner.once(), admission));
    return reply(posed, manner);
  }

  private Posed write(String id, Topic topic, Manner manner, Function<Admission, Asked> storing) {
    var earlier = manner.once().earlier();
    if (earlier.isPresent()) {
      return again(topic, earlier.get(), manner);
    }
    manner.toll().run();
    Begun<Asked> begun;
    try {
      begun = begin(id, topic, manner.origin(), manner.key(), this::hold, storing);
    } catch (KeptAlready _) {
      return again(topic, manner.once().earlier().orElseThrow(StillRunning::new), manner);
    }
    var asked = begun.question();
    return new Posed(begun.answer(), asked.userMessage(), asked.message(), asked.context());
  }

  /// Holds the most that an answer may cost, in the transaction that stores its question.
  @FunctionalInterface
  interface Pricing {
    Hold hold(
        Payer payer,
        String answerId,
        String model,
        int inputTokens,
        @Nullable Integer mostTokens,
        boolean ownKey);
  }

  private Hold hold(
      Payer payer,
      String answerId,
      String model,
      int inputTokens,
      @Nullable Integer mostTokens,
      boolean ownKey) {
    return mostTokens == null
        ? spending.hold(payer, answerId, model, inputTokens, ownKey)
        : spending.hold(payer, answerId, model, inputTokens, mostTokens, ownKey);
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
    var begun =
        answers.withKeyOf(
            topic.ownerId(),
            keys::find,
            key -> spending.telling(() -> begin(id, topic, origin, key, pricing, storing)));
    feed.publish(
        topic.ownerId(),
        begun.question().isNew() ? "conversation.created" : "conversation.updated",
        () ->
            new ConversationController.Changed(
                conversations.require(topic.ownerId(), topic.conversationId())));
    return begun;
  }

  private Begun<Asked> begin(
      String id,
      Topic topic,
      Origin origin,
      @Nullable Secret key,
      Pricing pricing,
      Function<Admission, Asked> storing) {
    var kept = new PaidAnswer(paid);
    return answers.write(
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
                  (model, tokens, most) ->
                      pricing.hold(payer, id, model, tokens, most, key != null));
          var asked = storing.apply(admission);
          kept.hold(asked.hold());
          return asked.with(key);
        });
  }

  private Runnable withKey(Runnable admit, Topic topic, String answerId) {
    return () -> {
      admit.run();
      events.publishEvent(new ConversationHappening.OwnKeyUsed(topic.ownerId(), answerId));
    };
  }

  private static Reply reply(Posed posed, Manner manner) {
    return manner.streamed()
        ? new Reply.Stream(posed.answer(), 0, true)
        : new Reply.Whole(posed.answer(), Whole.of(posed.question(), posed.context(), manner));
  }

  /// The answer to a question that was asked before: read from its start.
  private Posed again(Topic topic, JsonNode first, Manner manner) {
    var owner = topic.ownerId();
    var found = known.find(owner, first.path("message_id").asString(""));
    var message = found.message();
    if (found.isLive() && !manner.streamed()) {
      throw new StillRunning();
    }
    var question = messages.require(owner, String.valueOf(message.parentId()));
    var context = first.path("context");
    var started = Started.again(question, message, context);
    found.answer().startIfUnknown(started);
    return new Posed(found.answer(), question, message, context);
  }
}
