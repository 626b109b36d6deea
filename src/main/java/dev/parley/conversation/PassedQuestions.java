package dev.parley.conversation;

import dev.parley.answer.Feed;
import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Origin;
import dev.parley.answer.Topic;
import dev.parley.budget.Spending;
import dev.parley.idempotency.First;
import dev.parley.platform.Ids;
import java.util.function.Function;
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
  private final FirstQuestions firstQuestions;
  private final Conversations conversations;
  private final Spending spending;
  private final Feed feed;
  private final Ids ids;

  PassedQuestions(
      Dialogue dialogue,
      Questions questions,
      FirstQuestions firstQuestions,
      Conversations conversations,
      Spending spending,
      Feed feed,
      Ids ids) {
    this.dialogue = dialogue;
    this.questions = questions;
    this.firstQuestions = firstQuestions;
    this.conversations = conversations;
    this.spending = spending;
    this.feed = feed;
    this.ids = ids;
  }

  /// Asks, at the end of the branch last used.
  ///
  /// @param conversationId none: a new one, which is made with the question
  /// @throws dev.parley.web.NotFound where there is no such conversation, or it is somebody else's
  /// @throws ConversationBusy where an answer is being written there
  public Kept ask(
      String owner,
      @Nullable String conversationId,
      PassedQuestion passed,
      Origin origin,
      Manner.Key key) {
    var isNew = conversationId == null;
    var conversation = conversationId == null ? ids.next("conv") : conversationId;
    var answerId = ids.next("msg");
    var question =
        new NewQuestion(
            ids.next("msg"), passed.content(), passed.model(), new NewQuestion.Parent.Last());
    Function<Admission, Asked> storing =
        admission ->
            isNew
                ? firstQuestions.ask(owner, conversation, answerId, question, admission)
                : questions.ask(owner, conversation, answerId, question, First.ALWAYS, admission);
    var begun =
        dialogue.begin(
            answerId,
            new Topic(owner, conversation, false),
            origin,
            key,
            (payer, id, model, _, ownKey) ->
                spending.hold(
                    payer, id, model, passed.inputTokens(), passed.outputTokens(), ownKey),
            admission -> storing.apply(admission).passed(passed.passage()));
    if (isNew) {
      feed.publish(
          owner,
          "conversation.created",
          () -> new ConversationController.Changed(conversations.require(owner, conversation)));
    }
    return new Kept(begun.answer(), conversation);
  }
}
