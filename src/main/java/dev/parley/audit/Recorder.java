package dev.parley.audit;

import dev.parley.platform.Errand;
import dev.parley.platform.Happening;
import java.time.Clock;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Puts what happens on record, in the transaction in which it happens: both are stored or neither,
/// with the same flush to the disk. No event waits for another, for none has anything in it that
/// another decides; what ties them together is sealed later.
@Component
class Recorder implements GenericApplicationListener {

  private final AuditKeys keys;
  private final Entries entries;
  private final Clock clock;
  private final Unsealed unsealed;

  Recorder(AuditKeys keys, Entries entries, Clock clock, Keeper keeper) {
    this.keys = keys;
    this.entries = entries;
    this.clock = clock;
    this.unsealed = keeper.unsealed();
  }

  /// From the first bean on, so before there are listeners by annotation.
  @Override
  public boolean supportsEventType(ResolvableType type) {
    return Happening.class.isAssignableFrom(type.getGeneric().resolve(Object.class))
        && PayloadApplicationEvent.class.isAssignableFrom(type.resolve(Object.class));
  }

  @Override
  @Transactional
  public void onApplicationEvent(ApplicationEvent event) {
    if (event instanceof PayloadApplicationEvent<?> published
        && published.getPayload() instanceof Happening happening) {
      add(happening);
    }
  }

  private void add(Happening happening) {
    var event = unsealed.next();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            event.settle(status == STATUS_COMMITTED);
          }
        });
    var entry =
        Entry.of(
            happening,
            keys.key(),
            unsealed.writer(),
            event.number(),
            clock.millis(),
            Errand.current().id());
    event.code(entry.code(keys.key()));
    entries.add(new Recorded(entry, event.code()));
  }
}
