package dev.parley.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sees to it that a new master key is used for all that is stored, by itself.
@Component
class DailyRotation {

  private static final Logger log = LoggerFactory.getLogger(DailyRotation.class);

  private final Rotation rotation;

  DailyRotation(Rotation rotation) {
    this.rotation = rotation;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "P1D")
  void run() {
    var outcome = rotation.rotate(_ -> {});
    if (outcome.moved() > 0) {
      log.info("{} sealed anew with the master key {}", outcome.moved(), rotation.target());
    }
    if (outcome.left() > 0) {
      log.warn("{} are still under older master keys", outcome.left());
    }
  }
}
