package dev.parley.audit;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Sees to it that what is recorded gets sealed: every few seconds, and at the end of the process,
/// before transactions are no more.
@Component
@DependsOn("transactions")
class Keeper implements DisposableBean {

  static final int MOST = 4_096;

  private static final Logger log = LoggerFactory.getLogger(Keeper.class);

  private final Unsealed unsealed;
  private final Sealing sealing;
  private final Segments segments;
  private final Anchor anchor;
  private final AuditSettings settings;
  private final Repair repair;
  private boolean failed;

  Keeper(
      Sealing sealing,
      Segments segments,
      Anchor anchor,
      AuditSettings settings,
      Repair repair,
      Clock clock) {
    this.sealing = sealing;
    this.segments = segments;
    this.anchor = anchor;
    this.settings = settings;
    this.repair = repair;
    this.unsealed = new Unsealed(clock.millis());
  }

  /// What this process has recorded and not sealed.
  Unsealed unsealed() {
    return unsealed;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void sealWhatIsDue() {
    seal(settings.sealEvery().toNanos());
  }

  /// Seals all that there is.
  void sealAll() {
    seal(0);
  }

  @Override
  public void destroy() {
    sealAll();
  }

  private synchronized void seal(long nanos) {
    try {
      var due = unsealed.due(nanos, MOST);
      while (!due.isEmpty()) {
        seal(due);
        due = unsealed.due(nanos, MOST);
      }
      failed = false;
    } catch (DataAccessException | TransactionException e) {
      if (!failed) {
        log.warn("The record cannot be sealed, which is tried again", e);
      }
      failed = true;
    }
  }

  private void seal(List<Unsealed.Event> due) {
    try {
      anchor.keep(sealing.seal(unsealed.writer(), due));
      unsealed.drop(due.getLast().number());
    } catch (DuplicateKeyException _) {
      // Done before: without our being told, or by who took this process for dead.
      unsealed.drop(segments.sealedUpTo(unsealed.writer()));
    } catch (HeadLost e) {
      log.error("The record was tampered with: {}. Run audit verify.", e.getMessage());
      repair.headFromSegments();
    }
  }
}
