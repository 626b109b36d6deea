package dev.parley.conversation;

import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Origin;
import dev.parley.answer.Topic;
import dev.parley.budget.Spending;
import dev.parley.idempotency.First;
import dev.parley.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Questions that are passed on to the model as they came, context and all, and kept in a
/// conversation all the same.
@Component
public class PassedQuestions {

  /// An answer that is being written, and where it is kept.
  public record Kept(LiveAnswer answer, String conversationId) {}

  private final Dialogue dialogue;
  private final Questions questions;
  private final Spending spending;
  private final Ids ids;

  PassedQuestions(Dialogue dialogue, Questions questions, Spending spending, Ids ids) {
    this.dialogue = dialogue;
    this.questions = questions;
    this.spending = spending;
    this.ids = ids;
  }

  /// Asks, at the end of the branch last used.
  ///
  /// @param conversationId none: a new one, which is made with the question
  /// @throws dev.parley.web.NotFound where there is no such conversation, or it is somebody else's
  /// @throws ConversationBusy where an answer is being written there
  /// @throws dev.parley.idempotency.KeptAlready where the same was asked before
  public Kept ask(
      String owner,
      @Nullable String conversationId,
      PassedQuestion passed,
      First once,
      Origin origin,
      Manner.Key key) {
    var conversation = conversationId == null ? ids.next("conv") : conversationId;
    var answerId = ids.next("msg");
    var parent =
        conversationId == null
            ? new NewQuestion.Parent.Fresh(passed.model(), null)
            : new NewQuestion.Parent.Last();
    var question = new NewQuestion(ids.next("msg"), passed.content(), passed.model(), parent);
    var begun =
        dialogue.begin(
            answerId,
            new Topic(owner, conversation, false),
            origin,
            key,
            (payer, id, model, _, _, ownKey) ->
                spending.hold(
                    payer, id, model, passed.inputTokens(), passed.outputTokens(), ownKey),
            admission ->
                questions
                    .ask(owner, conversation, answerId, question, once, admission)
                    .passed(passed.passage()));
    return new Kept(begun.answer(), conversation);
  }
}
