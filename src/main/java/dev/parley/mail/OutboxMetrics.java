package dev.parley.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// How much mail waits. It is counted twice a minute, so who asks for numbers asks no database.
@Component
final class OutboxMetrics implements MeterBinder {

  private final StoredOutbox outbox;
  private volatile double waiting = Double.NaN;

  OutboxMetrics(StoredOutbox outbox) {
    this.outbox = outbox;
  }

  @Scheduled(fixedDelayString = "PT30S")
  void count() {
    try {
      waiting = outbox.count();
    } catch (DataAccessException | TransactionException _) {
      waiting = Double.NaN;
    }
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("parley.outbox.waiting", () -> waiting)
        .description("Mails that wait to be sent; not a number while the database is away")
        .register(meters);
  }
}
