package dev.parley.conversation;

import dev.parley.answer.End;
import dev.parley.answer.Ending;
import dev.parley.answer.Topic;
import dev.parley.budget.Hold;
import dev.parley.budget.Spending;
import dev.parley.budget.Spent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps answers and settles what they did cost, both or neither.
@Component
class PaidAnswers {

  private final StoredAnswers store;
  private final Spending spending;

  PaidAnswers(StoredAnswers store, Spending spending) {
    this.store = store;
    this.spending = spending;
  }

  /// Stores the end of an answer.
  ///
  /// @param hold none where the answer ended before it was stored
  @Transactional
  public Optional<End> finish(String answerId, Topic topic, Ending ending, @Nullable Hold hold) {
    var end = store.finish(answerId, topic, ending);
    if (hold != null) {
      var spent = Spent.of(hold, ending);
      if (end.isPresent()) {
        spending.settle(hold, spent);
      } else {
        spending.settleUnlessClosed(hold, spent);
      }
    }
    return end;
  }
}
