package dev.parley.conversation;

import dev.parley.answer.Feed;
import dev.parley.idempotency.Once;
import dev.parley.node.SoleJobs;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Takes in conversations that were written elsewhere: all of them or none.
@Component
public class Imports {

  private static final Logger log = LoggerFactory.getLogger(Imports.class);

  private static final String EVERY = "PT10M";

  /// After which an import of which nothing more came has died with its server.
  private static final Duration SILENCE = Duration.ofMinutes(10);

  /// The body of `conversations.imported`.
  record Imported(int conversations, int messages) {}

  private final ImportSteps steps;
  private final ImportRows rows;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;
  private final SoleJobs jobs;

  Imports(ImportSteps steps, ImportRows rows, Feed feed, Ids ids, Clock clock, SoleJobs jobs) {
    this.jobs = jobs;
    this.steps = steps;
    this.rows = rows;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /// Begins to take conversations into an account. It is to be [finished][#finish] or
  /// [discarded][#discard].
  public Import begin(String accountId) {
    var id = ids.next("import");
    var activity = steps.begin(id, accountId);
    return new Import(id, accountId, clock.millis(), activity, rows);
  }

  /// Makes all that came in the account's own.
  ///
  /// @param answer what is kept for a request that is sent again
  /// @throws dev.parley.idempotency.KeptAlready where another request with the key was first
  /// @throws dev.parley.web.Invalid where the last of it does not fit
  public void finish(Import whole, Once.Request once, Object answer) {
    try {
      whole.flush();
      steps.complete(whole.id(), whole.accountId(), once, answer);
    } catch (RuntimeException e) {
      discard(whole);
      throw e;
    }
    give(whole.id(), whole.accountId());
    feed.publish(
        whole.accountId(),
        "conversations.imported",
        () -> new Imported(whole.conversations(), whole.messages()));
  }

  /// Takes back all that came in. What cannot be deleted now is later.
  public void discard(Import ongoing) {
    try {
      delete(ongoing.id());
    } catch (DataAccessException | TransactionException e) {
      log.warn("An import cannot be taken back, and will be later", e);
    }
  }

  /// Ends what a server that died has left: what is whole is given to its account, and nothing is
  /// left of the rest.
  @Scheduled(initialDelayString = "PT10S", fixedDelayString = EVERY)
  void job() {
    jobs.run("imports", Duration.parse(EVERY), this::tidy);
  }

  void tidy() {
    for (var left : steps.leftSince(clock.millis() - SILENCE.toMillis())) {
      if (left.whole()) {
        give(left.id(), left.accountId());
      } else {
        delete(left.id());
      }
      log.info("An import that was left half done is {}", left.whole() ? "finished" : "deleted");
    }
  }

  private void give(String id, String accountId) {
    while (steps.giveFew(id, accountId) > 0) {
      // A few at a time, so that nobody waits long.
    }
    steps.end(id);
  }

  private void delete(String id) {
    while (steps.deleteFew(id) > 0) {
      // A few at a time, so that nobody waits long.
    }
    steps.end(id);
  }
}
