package dev.parley.budget;

import dev.parley.answer.Ending;
import dev.parley.model.ModelCall;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Pays for answers of which nothing else is stored. Where no budget limits them the database is
/// not asked, and nobody waits for it: what they did cost is added behind their back.
@Component
public class Tab implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Tab.class);

  private final ExecutorService settling = Executors.newVirtualThreadPerTaskExecutor();
  private final Spending spending;
  private final Till till;

  Tab(Spending spending, Till till) {
    this.spending = spending;
    this.till = till;
  }

  /// Holds the most that an answer can cost to somebody who asks with a key of their own.
  ///
  /// @throws QuotaExceeded where there is not so much left
  public Hold hold(String answerId, ModelCall call) {
    var payer = new Payer.Stranger();
    var tokens = call.estimatedTokens();
    if (spending.isUnlimited(payer)) {
      return spending.note(payer, answerId, call.model(), tokens, true);
    }
    return spending.telling(() -> till.hold(payer, answerId, call.model(), tokens, true));
  }

  /// Settles what an answer did cost, soon.
  public void settle(Hold hold, Ending ending) {
    settling.execute(
        () -> {
          try {
            till.settle(hold, Spent.of(hold, ending));
          } catch (RuntimeException e) {
            log.warn("What answer {} did cost could not be stored", hold.answerId(), e);
          }
        });
  }

  @Override
  public void close() {
    settling.close();
  }
}
