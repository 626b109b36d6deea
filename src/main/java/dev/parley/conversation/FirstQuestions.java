package dev.parley.conversation;

import dev.parley.idempotency.First;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores first questions together with the conversation that they begin: both or neither.
@Component
class FirstQuestions {

  private final Conversations conversations;
  private final Questions questions;

  FirstQuestions(Conversations conversations, Questions questions) {
    this.conversations = conversations;
    this.questions = questions;
  }

  @Transactional
  public Asked ask(
      String owner,
      String conversationId,
      String answerId,
      NewQuestion question,
      Admission admission) {
    conversations.createFor(owner, conversationId, String.valueOf(question.model()));
    return questions.ask(owner, conversationId, answerId, question, First.ALWAYS, admission);
  }
}
