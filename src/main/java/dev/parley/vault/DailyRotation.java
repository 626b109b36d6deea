package dev.parley.vault;

import dev.parley.node.SoleJobs;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sees to it that a new master key is used for all that is stored, by itself.
@Component
class DailyRotation {

  private static final Logger log = LoggerFactory.getLogger(DailyRotation.class);

  private static final String EVERY = "P1D";

  private final SoleJobs jobs;
  private final Rotation rotation;

  DailyRotation(SoleJobs jobs, Rotation rotation) {
    this.jobs = jobs;
    this.rotation = rotation;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = EVERY)
  void job() {
    jobs.run("rotation", Duration.parse(EVERY), this::run);
  }

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
