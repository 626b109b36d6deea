package dev.parley.conversation;

import dev.parley.idempotency.Once;
import dev.parley.model.ModelCall;
import dev.parley.platform.LogSettings;
import dev.parley.web.Invalid;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores questions, each with its empty answer, in one transaction.
@Component
class Questions {

  private static final Logger log = LoggerFactory.getLogger(Questions.class);

  private final Tree tree;
  private final Contexts contexts;
  private final Clock clock;
  private final LogSettings logSettings;

  Questions(Tree tree, Contexts contexts, Clock clock, LogSettings logSettings) {
    this.tree = tree;
    this.contexts = contexts;
    this.clock = clock;
    this.logSettings = logSettings;
  }

  /// Stores a question after the message that it names, or at the end of the branch last used.
  ///
  /// @param answerId the id that the answer is to have
  /// @throws ConversationBusy where an answer is being written there
  /// @throws dev.parley.web.NotFound where the conversation or the parent is not there, or somebody
  /// else's
  @Transactional
  public Asked ask(
      String owner,
      String conversationId,
      String answerId,
      NewQuestion question,
      Once.Request once) {
    var root = tree.root(owner, conversationId);
    var parent = parent(root, question.parent());
    var parentPlace = parent == null ? new Place(0, -1) : parent.place();
    var place = tree.after(root, parentPlace);
    var now = Instant.ofEpochMilli(clock.millis());
    var asked =
        Message.question(
            question.id(), root.id(), parent == null ? null : parent.id(), question.content(), now);
    tree.add(asked, place);
    var answer = answer(root, answerId, asked.id(), place.next(), question.model(), now);
    tree.grew(owner, root, place.branch(), 2, Titles.of(question.content()), now.toEpochMilli());
    log.info("Question {} in {}: {}", asked.id(), root.id(), logSettings.shown(asked.content()));
    return kept(once, opened(root, asked, answer, parentPlace));
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
      Once.Request once) {
    var root = tree.root(owner, conversationId);
    var node = tree.node(root.id(), messageId);
    if (node.isInProgress()) {
      throw new ConversationBusy();
    }
    var question = node.isQuestion() ? node : tree.node(root.id(), String.valueOf(node.parentId()));
    var place = tree.after(root, question.place());
    var now = Instant.ofEpochMilli(clock.millis());
    var answer = answer(root, answerId, question.id(), place, model, now);
    tree.grew(owner, root, place.branch(), 1, null, now.toEpochMilli());
    log.info("Question {} in {} again", question.id(), root.id());
    var asked =
        Message.question(
            question.id(),
            root.id(),
            question.parentId(),
            question.content(),
            Instant.ofEpochMilli(question.createdAt()));
    var before = new Place(question.branch(), question.depth() - 1);
    return kept(
        once, opened(root, asked, answer, question.parentId() == null ? new Place(0, -1) : before));
  }

  private Tree.@Nullable Node parent(Tree.Root root, NewQuestion.Parent named) {
    return switch (named) {
      case NewQuestion.Parent.None _ -> null;
      case NewQuestion.Parent.Last _ ->
          tree.tip(root.id(), root.branch()).map(Questions::idle).orElse(null);
      case NewQuestion.Parent.Named message -> idle(tree.node(root.id(), message.id()));
    };
  }

  private static Tree.Node idle(Tree.Node parent) {
    if (parent.isQuestion()) {
      throw new Invalid("parent_id", "must name an answer");
    }
    if (parent.isInProgress()) {
      throw new ConversationBusy();
    }
    return parent;
  }

  private Message answer(
      Tree.Root root,
      String id,
      String questionId,
      Place place,
      @Nullable String model,
      Instant now) {
    var answer =
        Message.emptyAnswer(id, root.id(), questionId, model == null ? root.model() : model, now);
    tree.add(answer, place);
    return answer;
  }

  private static Asked kept(Once.Request once, Asked asked) {
    once.keep(new FirstAnswer(asked.message().id(), asked.context()));
    return asked;
  }

  private Asked opened(Tree.Root root, Message question, Message answer, Place parent) {
    var model = String.valueOf(answer.model());
    var context =
        contexts.choose(root.id(), parent, root.developerMessage(), question.content(), model);
    return new Asked(
        root.id(), question, answer, context.report(), new ModelCall(model, context.turns()));
  }
}
