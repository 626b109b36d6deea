package dev.parley.auth;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
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

  /// What ended here and was told before it was read.
  private final Set<Long> toldAhead = new HashSet<>();

  private final RevocationLog entries;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private long read;
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
    TransactionSynchronizationManager.registerSynchronization(
        new Ending(new AccessEnded(kind, subjectId)));
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

  /// Entries come to be seen in the order of their numbers.
  private synchronized void read() {
    for (var entry : entries.after(read)) {
      read = entry.n();
      if (!toldAhead.remove(entry.n())) {
        tell(entry);
      }
    }
  }

  private synchronized void tellAhead(RevocationLog.Entry entry) {
    if (entry.n() > read && toldAhead.add(entry.n())) {
      tell(entry);
    }
  }

  private void tell(RevocationLog.Entry entry) {
    if (entry.what().kind().shutsOut()) {
      shutOut.put(entry.what().subjectId(), entry.expiresAt());
    } else if (entry.what().kind() == AccessEnded.Kind.ACCOUNT_RESTORED) {
      shutOut.remove(entry.what().subjectId());
    }
    events.publishEvent(entry.what());
  }

  /// Is stored as the last thing before the commit, and counts from the first thing after it on.
  private final class Ending implements TransactionSynchronization {

    private final AccessEnded what;
    private RevocationLog.@Nullable Entry entry;

    Ending(AccessEnded what) {
      this.what = what;
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      entry = entries.append(what);
    }

    @Override
    public void afterCommit() {
      if (entry != null) {
        tellAhead(entry);
      }
    }
  }
}
