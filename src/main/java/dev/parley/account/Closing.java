package dev.parley.account;

import dev.parley.node.SoleJobs;
import dev.parley.platform.Belongings;
import dev.parley.platform.Erasure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Closes accounts: shuts one out at once, then deletes what belongs to it, a few rows at a time,
/// so that an account of a hundred thousand messages keeps nobody else from writing.
///
/// A closure that a crash broke off is finished later; in between nobody can see what is left.
@Component
public class Closing {

  private static final Logger log = LoggerFactory.getLogger(Closing.class);
  private static final int FEW = 100;
  private static final String EVERY = "PT10M";

  private final SoleJobs jobs;
  private final Closures closures;
  private final List<Belongings> belongings;
  private final Erasure erasure;
  private final Clock clock;

  /// Those that are being closed right now.
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  Closing(
      SoleJobs jobs, Closures closures, List<Belongings> belongings, Erasure erasure, Clock clock) {
    this.jobs = jobs;
    this.closures = closures;
    this.belongings = belongings;
    this.erasure = erasure;
    this.clock = clock;
  }

  /// Closes an account, and returns when nothing of it is left.
  public Receipt close(String id) {
    underWay.add(id);
    try {
      return closeNow(id);
    } finally {
      underWay.remove(id);
    }
  }

  private Receipt closeNow(String id) {
    closures.begin(id);
    var receipt = finish(id);
    log.info("Account {} was deleted, with {}", id, receipt.deleted());
    return receipt;
  }

  @Scheduled(initialDelayString = "PT10S", fixedRateString = EVERY)
  void job() {
    jobs.run("closing", Duration.parse(EVERY), this::finishWhatWasBrokenOff);
  }

  void finishWhatWasBrokenOff() {
    // Asked for first: what is closed in between is neither under way nor unfinished.
    var unfinished = closures.unfinished();
    unfinished.stream().filter(id -> !underWay.contains(id)).forEach(this::finish);
  }

  private Receipt finish(String id) {
    var deleted = new TreeMap<String, Integer>();
    for (var rows : belongings) {
      var count = deleteAll(id, rows);
      if (rows.kind() != null) {
        deleted.put(rows.kind(), count);
      }
    }
    closures.finish(id, deleted.toString());
    erasure.complete();
    return new Receipt(id, Instant.ofEpochMilli(clock.millis()), deleted);
  }

  private int deleteAll(String id, Belongings rows) {
    var all = 0;
    var few = closures.deleteFew(id, rows, FEW);
    while (few > 0) {
      all += few;
      few = few < FEW ? 0 : closures.deleteFew(id, rows, FEW);
    }
    return all;
  }
}
