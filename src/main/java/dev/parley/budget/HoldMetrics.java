package dev.parley.budget;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What is held, settled and refused in this process.
@Component
final class HoldMetrics implements MeterBinder {

  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final LongAdder settled = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder expired = new LongAdder();

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("parley.budget.holds", open, Set::size)
        .description("Answers that are being written and for which something is held")
        .register(meters);
    FunctionCounter.builder("parley.budget.settled", settled, LongAdder::sum)
        .description("Answers whose cost was settled")
        .register(meters);
    FunctionCounter.builder("parley.budget.refused", refused, LongAdder::sum)
        .description("Questions that a budget had not enough for")
        .register(meters);
    FunctionCounter.builder("parley.budget.expired", expired, LongAdder::sum)
        .description("Answers that nobody wrote any more and for which something was held")
        .register(meters);
  }

  /// Something is held for an answer, if the transaction is committed.
  void held(String answerId) {
    onceCommitted(() -> open.add(answerId));
  }

  /// The cost of an answer is settled, if the transaction is committed.
  void settled(String answerId) {
    onceCommitted(
        () -> {
          open.remove(answerId);
          settled.increment();
        });
  }

  /// Whether this process writes the answer and will settle it.
  boolean isOpen(String answerId) {
    return open.contains(answerId);
  }

  /// As a process does that dies.
  void forget(String answerId) {
    open.remove(answerId);
  }

  void refused() {
    refused.increment();
  }

  void expired() {
    expired.increment();
  }

  private static void onceCommitted(Runnable note) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            note.run();
          }
        });
  }
}
