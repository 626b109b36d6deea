package dev.parley.conversation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Brings messages into the text index behind the back of those who store them. It takes a tenth of
/// the time, so that it costs others no more than that, however much there is to do.
@Component
class Indexing {

  private static final Logger log = LoggerFactory.getLogger(Indexing.class);
  private static final int SHARE = 10;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final TextIndex index;
  private final ReentrantLock running = new ReentrantLock();

  Indexing(TextIndex index) {
    this.index = index;
  }

  @Scheduled(fixedRateString = "PT0.5S")
  void catchUp() {
    if (!running.tryLock()) {
      return;
    }
    try {
      while (index.isBehind()) {
        var began = System.nanoTime();
        index.catchUp();
        rest(System.nanoTime() - began);
      }
    } catch (DataAccessException e) {
      log.debug("Messages are brought into the index later", e);
    } finally {
      running.unlock();
    }
  }

  private static void rest(long worked) {
    LockSupport.parkNanos(Math.min(worked * (SHARE - 1), LONGEST_PAUSE.toNanos()));
  }
}
