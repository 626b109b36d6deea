package dev.parley.conversation;

import dev.parley.idempotency.First;
import dev.parley.model.ModelCall;
import dev.parley.model.ModelCall.Turn;
import dev.parley.platform.LogSettings;
import dev.parley.web.Invalid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores questions, each with its empty answer, in one transaction.
@Component
class Questions {

  private static final Logger log = LoggerFactory.getLogger(Questions.class);

  private final Tree tree;
  private final Conversations conversations;
  private final Contexts contexts;
  private final Clock clock;
  private final LogSettings logSettings;
  private final ApplicationEventPublisher events;

  Questions(
      Tree tree,
      Conversations conversations,
      Contexts contexts,
      Clock clock,
      LogSettings logSettings,
      ApplicationEventPublisher events) {
    this.tree = tree;
    this.conversations = conversations;
    this.contexts = contexts;
    this.clock = clock;
    this.logSettings = logSettings;
    this.events = events;
  }

  /// Stores a question after the message that it names, or at the end of the branch last used.
  ///
  /// @param answerId the id that the answer is to have
  /// @param admission passed once the question is known to be acceptable
  /// @throws ConversationBusy where an answer is being written there
  /// @throws dev.parley.web.NotFound where the conversation or the parent is not there, or somebody
  /// else's
  @Transactional
  public Asked ask(
      String owner,
      String conversationId,
      String answerId,
      NewQuestion question,
      First once,
      Admission admission) {
    var isNew = question.parent() instanceof NewQuestion.Parent.Fresh;
    if (question.parent() instanceof NewQuestion.Parent.Fresh(var model, var developer)) {
      conversations.create(owner, conversationId, null, model, developer);
    }
    var root = tree.hold(owner, conversationId);
    once.checkFirst();
    var before = before(root, question.parent());
    var parent = before.isEmpty() ? null : idle(before.getFirst(), question.parent());
    admission.enter();
    var place = place(root, question.parent(), parent);
    var now = Instant.ofEpochMilli(clock.millis());
    var lead = new Lead(root.id(), place, before, question.framing().before(), now);
    var asked =
        Message.question(
            question.id(), root.id(), lead.lastId(), question.content(), question.callId(), now);
    var answer = answer(root, answerId, asked.id(), question.model(), now);
    tree.add(place, lead.and(asked, answer).toArray(Message[]::new));
    var added = lead.count() + 2;
    var title = Titles.of(lead.and(asked));
    tree.grew(owner, root, place.branch(), added, title, now.toEpochMilli());
    question.framing().noting().accept(answer);
    for (var said : lead.said()) {
      events.publishEvent(new ConversationHappening.MessageAdded(owner, said));
    }
    events.publishEvent(
        new ConversationHappening.QuestionAsked(
            owner, asked.id(), asked.content(), asked.callId()));
    log.info("Question {} in {}: {}", asked.id(), root.id(), logSettings.shown(asked.content()));
    var put = new Put(root, asked, answer, lead.all(), question.framing());
    return opened(put, isNew, once, admission);
  }

  /// Stores another empty answer to a question.
  ///
  /// @param messageId the question, or an answer to it
  /// @throws ConversationBusy where that answer is still being written
  @Transactional
  public Asked askAgain(
      String owner,
      String conversationId,
      String answerId,
      String messageId,
      @Nullable String model,
      First once,
      Admission admission) {
    var root = tree.hold(owner, conversationId);
    once.checkFirst();
    var node = tree.node(root.id(), messageId);
    if (node.isInProgress()) {
      throw new ConversationBusy();
    }
    admission.enter();
    var question = node.isQuestion() ? node : tree.node(root.id(), String.valueOf(node.parentId()));
    var place = tree.after(root, question.place());
    var now = Instant.ofEpochMilli(clock.millis());
    var answer = answer(root, answerId, question.id(), model, now);
    tree.add(place, answer);
    tree.grew(owner, root, place.branch(), 1, null, now.toEpochMilli());
    events.publishEvent(new ConversationHappening.QuestionAskedAgain(owner, question.id()));
    log.info("Question {} in {} again", question.id(), root.id());
    var asked =
        Message.question(
            question.id(),
            root.id(),
            question.parentId(),
            question.content(),
            question.callId(),
            Instant.ofEpochMilli(question.createdAt()));
    var before = tree.leadingTo(root.id(), question.place(), contexts.most() + 1);
    var earlier = before.subList(1, before.size());
    return opened(new Put(root, asked, answer, earlier, Framing.NONE), false, once, admission);
  }

  /// What the question follows, newest first.
  private List<Tree.Node> before(Tree.Root root, NewQuestion.Parent named) {
    return switch (named) {
      case NewQuestion.Parent.None _, NewQuestion.Parent.Fresh _ -> List.of();
      case NewQuestion.Parent.Last _ ->
          tree.leadingTo(root.id(), Place.endOf(root.branch()), contexts.most());
      case NewQuestion.Parent.Named message ->
          tree.leadingTo(root.id(), tree.node(root.id(), message.id()).place(), contexts.most());
    };
  }

  private Place place(Tree.Root root, NewQuestion.Parent named, Tree.@Nullable Node parent) {
    return switch (named) {
      // Nothing follows the end of a branch.
      case NewQuestion.Parent.Last _ when parent != null -> parent.place().next();
      default -> tree.after(root, parent == null ? Place.START : parent.place());
    };
  }

  /// Whoever says no more than that it goes on may follow what was said and never asked.
  private static Tree.Node idle(Tree.Node parent, NewQuestion.Parent named) {
    if (parent.isQuestion() && named instanceof NewQuestion.Parent.Named) {
      throw new Invalid("parent_id", "must name an answer");
    }
    if (parent.isInProgress()) {
      throw new ConversationBusy();
    }
    return parent;
  }

  private static Message answer(
      Tree.Root root, String id, String questionId, @Nullable String model, Instant now) {
    return Message.emptyAnswer(
        id, root.id(), questionId, model == null ? root.model() : model, now);
  }

  /// A question in its place.
  ///
  /// @param before what it follows, newest first
  private record Put(
      Tree.Root root, Message question, Message answer, List<Tree.Node> before, Framing framing) {}

  private Asked opened(Put put, boolean isNew, First once, Admission admission) {
    var root = put.root;
    var question = put.question;
    var model = String.valueOf(put.answer.model());
    var wishes = put.framing.wishes();
    var developer = put.framing.developer(root.developerMessage());
    var asked = Turn.said(true, question.content(), List.of(), question.callId());
    var context =
        contexts.choose(
            put.before, node -> tree.whole(root, node), developer, asked, model, put.framing);
    var report = context.report();
    once.keep(new FirstAnswer(put.answer.id(), report));
    var hold = admission.pay(model, report.estimatedTokens(), wishes.mostTokens());
    var call = new ModelCall(model, context.turns(), null, null, wishes);
    return new Asked(root.id(), question, put.answer, report, isNew, call, hold);
  }
}
