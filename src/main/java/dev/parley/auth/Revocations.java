package dev.parley.auth;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Whose access has ended, kept in memory for as long as an access token from before could hold, so
/// that it counts at once and no request asks the database. What another node ended is read every 2
/// seconds; while the database is down, nobody who was shut out gets back in.
@Component
class Revocations implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(Revocations.class);

  /// Until when, in milliseconds, by the session, account or token.
  private final ConcurrentMap<String, Long> shutOut = new ConcurrentHashMap<>();

  private final Overlap overlap = new Overlap();
  private final RevocationLog entries;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private volatile boolean cutOff;

  Revocations(RevocationLog entries, ApplicationEventPublisher events, Clock clock) {
    this.entries = entries;
    this.events = events;
    this.clock = clock;
  }

  /// Whether what the caller showed has ended, or the account is shut out.
  boolean concern(Caller caller) {
    return concern(caller.credentialId()) || concern(caller.accountId());
  }

  /// Whether the session or token has ended, or the account is shut out.
  boolean concern(String subjectId) {
    return shutOut.containsKey(subjectId);
  }

  /// Ends access, as part of the transaction that this thread is in: if that commits, it counts
  /// before the thread goes on.
  void add(AccessEnded.Kind kind, String subjectId) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("access ends together with what ends it");
    }
    var entry = entries.append(new AccessEnded(kind, subjectId));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            tell(entry);
          }
        });
  }

  /// Before the first request.
  @Override
  public void afterPropertiesSet() {
    read();
  }

  @Scheduled(fixedRateString = "PT2S")
  void poll() {
    try {
      read();
      cutOff = false;
    } catch (DataAccessException e) {
      if (!cutOff) {
        log.warn("What other nodes revoke cannot be read, and is tried again", e);
      }
      cutOff = true;
    }
    var now = clock.millis();
    shutOut.values().removeIf(until -> until < now);
  }

  private void read() {
    entries.after(readUpTo()).forEach(this::tell);
  }

  private synchronized long readUpTo() {
    return overlap.read(System.nanoTime());
  }

  private synchronized void tell(RevocationLog.Entry entry) {
    if (!overlap.isNew(entry.n(), System.nanoTime())) {
      return;
    }
    if (entry.what().kind().shutsOut()) {
      shutOut.put(entry.what().subjectId(), entry.expiresAt());
    } else if (entry.what().kind() == AccessEnded.Kind.ACCOUNT_RESTORED) {
      shutOut.remove(entry.what().subjectId());
    }
    events.publishEvent(entry.what());
  }
}
