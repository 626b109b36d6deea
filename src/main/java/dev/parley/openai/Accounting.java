package dev.parley.openai;

import dev.parley.answer.Ending;
import dev.parley.budget.Hold;
import dev.parley.budget.Payer;
import dev.parley.budget.Spending;
import dev.parley.budget.Spent;
import dev.parley.idempotency.First;
import dev.parley.model.ModelCall;
import dev.parley.openai.CompletionHappening.CompletionAsked;
import dev.parley.openai.CompletionHappening.CompletionEnded;
import dev.parley.openai.CompletionHappening.OwnKeyUsed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pays for answers of which nothing is stored, and puts them on record: both or neither.
@Component
class Accounting {

  private final Spending spending;
  private final ApplicationEventPublisher events;

  Accounting(Spending spending, ApplicationEventPublisher events) {
    this.spending = spending;
    this.events = events;
  }

  /// Holds the most that an answer can cost.
  ///
  /// @throws dev.parley.idempotency.KeptAlready where the same was asked before
  /// @throws dev.parley.budget.QuotaExceeded where there is not so much left
  @Transactional
  public Hold begin(String accountId, ModelCall call, UnkeptAnswers.Unkept asked) {
    var hasOwnKey = call.ownKey() != null;
    var answerId = asked.id();
    asked.once().keep(new AnsweredBefore.Unkept(answerId));
    var said = call.turns().getLast().content();
    events.publishEvent(new CompletionAsked(accountId, answerId, said));
    if (hasOwnKey) {
      events.publishEvent(new OwnKeyUsed(accountId, answerId));
    }
    return spending.hold(
        new Payer.Account(accountId),
        answerId,
        call.model(),
        asked.inputTokens(),
        asked.outputTokens(),
        hasOwnKey);
  }

  /// Settles what an answer did cost. One that failed may be asked for once more with its key.
  @Transactional
  public void end(String accountId, First once, Hold hold, Ending ending) {
    if (ending.status() != Ending.Status.COMPLETED) {
      once.forget();
    }
    var outcome = ending.status().word();
    events.publishEvent(
        new CompletionEnded(accountId, hold.answerId(), outcome, ending.text(), ending.calls()));
    spending.settleUnlessClosed(hold, Spent.of(hold, ending));
  }
}
