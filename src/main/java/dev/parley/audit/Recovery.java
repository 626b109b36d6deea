package dev.parley.audit;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Seals what processes that died have left unsealed, and sees whether the record is as far as this
/// node knows it to have been.
@Component
class Recovery {

  /// After which a process that has sealed nothing is dead.
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(Recovery.class);

  private final Entries entries;
  private final Segments segments;
  private final Sealing sealing;
  private final Keeper keeper;
  private final AuditKeys keys;
  private final Clock clock;

  Recovery(
      Entries entries,
      Segments segments,
      Sealing sealing,
      Keeper keeper,
      AuditKeys keys,
      Clock clock) {
    this.entries = entries;
    this.segments = segments;
    this.sealing = sealing;
    this.keeper = keeper;
    this.keys = keys;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT90S", fixedDelayString = "PT1H")
  void run() {
    entries.writers(this::recover);
  }

  private void recover(long writer) {
    if (writer == keeper.unsealed().writer()) {
      return;
    }
    var sealed = segments.sealedUpTo(writer);
    var left = entries.after(writer, sealed, Keeper.MOST);
    while (!left.isEmpty() && isDead(left.getLast())) {
      // What was not written by us is left for the verification to find.
      var genuine = left.stream().filter(row -> row.isGenuine(keys.key())).toList();
      if (genuine.isEmpty()) {
        return;
      }
      try {
        var known = sealing.recover(writer, sealed + 1, genuine);
        log.warn("{} events of a process that died are sealed: {}", genuine.size(), known.number());
      } catch (DuplicateKeyException _) {
        // Another node was faster.
        return;
      }
      sealed = genuine.getLast().entry().number();
      left = entries.after(writer, sealed, Keeper.MOST);
    }
  }

  private boolean isDead(Recorded newest) {
    return clock.millis() - newest.entry().at() > SILENCE.toMillis();
  }
}
