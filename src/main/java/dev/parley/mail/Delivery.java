package dev.parley.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Sends what is in the outbox: some at one time, each on a thread of its own and outside of any
/// transaction, so a mail server that is slow or away keeps nobody waiting. A mail may be sent
/// twice, where the server dies between sending it and noting that, and never not at all.
@Component
class Delivery implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final int AT_ONE_TIME = 8;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("mail-", 0).factory());
  private final Set<String> underway = ConcurrentHashMap.newKeySet();
  private final StoredOutbox outbox;
  private final @Nullable Post post;
  private final Duration patience;
  private final Map<String, Correspondence> correspondences;
  private final Clock clock;

  Delivery(
      StoredOutbox outbox,
      MailSettings settings,
      List<Correspondence> correspondences,
      Clock clock) {
    this.outbox = outbox;
    this.post =
        settings.smtpUrl() == null ? null : new Post(settings.smtpUrl(), settings.from(), clock);
    this.patience = settings.patience();
    this.correspondences =
        correspondences.stream()
            .collect(Collectors.toUnmodifiableMap(Correspondence::kind, Function.identity()));
    this.clock = clock;
  }

  /// Begins to send what is due, and does not wait for it.
  @Scheduled(fixedDelayString = "PT1S")
  void run() {
    if (post == null) {
      return;
    }
    try {
      outbox.due(AT_ONE_TIME).stream()
          .filter(letter -> underway.size() < AT_ONE_TIME && underway.add(letter.id()))
          .forEach(letter -> threads.execute(() -> deliver(letter, post)));
    } catch (DataAccessException | TransactionException _) {
      // The mail waits for the database; whoever else asks it says that it is away.
    }
  }

  private void deliver(Letter letter, Post by) {
    try {
      var begun = clock.instant();
      if (outbox.claim(letter, begun)) {
        attempt(letter.triedAgain(), begun, by);
      }
    } catch (RuntimeException e) {
      log.error("Mail {} ({}) is tried again later", letter.id(), letter.kind(), e);
    } finally {
      underway.remove(letter.id());
    }
  }

  private void attempt(Letter letter, Instant begun, Post by) {
    var correspondence = Objects.requireNonNull(correspondences.get(letter.kind()), "of no kind");
    var mail = correspondence.write(letter.recipient());
    if (mail.isEmpty()) {
      outbox.remove(letter, () -> {});
      return;
    }
    switch (by.send(letter, mail.get())) {
      case Post.Outcome.Sent _ -> {
        outbox.remove(letter, () -> correspondence.sent(letter.recipient()));
        log.info("Mail {} ({}) was sent", letter.id(), letter.kind());
      }
      case Post.Outcome.Refused refused -> giveUp(letter, refused.why());
      case Post.Outcome.Failed failed -> {
        if (begun.isBefore(letter.created().plus(patience))) {
          postpone(letter, begun, failed.why());
        } else {
          giveUp(letter, failed.why());
        }
      }
    }
  }

  private void postpone(Letter letter, Instant begun, String why) {
    var wait = waitAfter(letter.attempts());
    outbox.postpone(letter, begun.plus(wait));
    log.warn(
        "Mail {} ({}) could not be sent: {}. It is tried again in {} seconds",
        letter.id(),
        letter.kind(),
        why,
        wait.toSeconds());
  }

  private void giveUp(Letter letter, String why) {
    outbox.remove(letter, () -> {});
    log.error(
        "Mail {} ({}) was given up at attempt {}: {}",
        letter.id(),
        letter.kind(),
        letter.attempts(),
        why);
  }

  /// 30 seconds, then twice as long each time, up to an hour.
  static Duration waitAfter(int attempts) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 16));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
