package dev.parley.retention;

import dev.parley.guest.Guests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Closes what has been idle and deletes what is past its time, and says what it did.
@Component
class Retention {

  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private final Guests guests;
  private final Deletion deletion;

  Retention(Guests guests, Deletion deletion) {
    this.guests = guests;
    this.deletion = deletion;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
  void run() {
    var closed = guests.closeIdle();
    if (closed > 0) {
      log.info("{} idle guest sessions were closed", closed);
    }
    for (var rule : Rule.values()) {
      var deleted = deleteAll(rule);
      if (deleted > 0) {
        log.info("{} past their time were deleted: {}", deleted, rule);
      }
    }
  }

  private int deleteAll(Rule rule) {
    var all = 0;
    var few = deletion.deleteFew(rule);
    while (few > 0) {
      all += few;
      few = few < Deletion.FEW ? 0 : deletion.deleteFew(rule);
    }
    return all;
  }
}
