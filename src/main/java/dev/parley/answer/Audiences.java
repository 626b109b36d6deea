package dev.parley.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Who listens to accounts on other nodes. What is told to nobody is not even written down, and
/// what happens to one account is told in the order in which it happened.
@Component
class Audiences implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Audiences.class);
  private static final int QUEUES = 16;

  private record Listening(int count, CompletionStage<?> entered) {}

  private final Map<String, Listening> here = new HashMap<>();
  private final List<ExecutorService> queues =
      IntStream.range(0, QUEUES)
          .mapToObj(_ -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()))
          .toList();
  private final Intercom intercom;

  Audiences(Intercom intercom) {
    this.intercom = intercom;
  }

  /// Somebody listens to an account here.
  ///
  /// @return comes when what is said elsewhere from then on is heard
  synchronized CompletionStage<?> enter(String ownerId, Consumer<Word> hear) {
    if (!intercom.hasOthers()) {
      return CompletableFuture.completedStage(ownerId);
    }
    var before = here.get(ownerId);
    var entered = before == null ? intercom.listenTo(ownerId, hear) : before.entered;
    here.put(ownerId, new Listening(before == null ? 1 : before.count + 1, entered));
    return entered;
  }

  /// Somebody listens no more.
  synchronized void leave(String ownerId) {
    var before = here.get(ownerId);
    if (before != null && before.count == 1) {
      here.remove(ownerId);
      intercom.leave(ownerId);
    } else if (before != null) {
      here.put(ownerId, new Listening(before.count - 1, before.entered));
    }
  }

  private synchronized boolean listens(String ownerId) {
    return here.containsKey(ownerId);
  }

  /// Tells those who listen to an account on other nodes, if any do. Waits for nothing.
  void tell(String ownerId, Supplier<Word> word) {
    if (intercom.hasOthers()) {
      queues.get(Math.floorMod(ownerId.hashCode(), QUEUES)).execute(() -> tellNow(ownerId, word));
    }
  }

  private void tellNow(String ownerId, Supplier<Word> word) {
    try {
      if (intercom.countListening(ownerId) > (listens(ownerId) ? 1 : 0)) {
        intercom.tellListening(ownerId, word.get());
      }
    } catch (RuntimeException e) {
      log.debug("Other nodes do not hear what happened to {}", ownerId, e);
    }
  }

  @Override
  public void close() {
    queues.forEach(ExecutorService::shutdownNow);
  }
}
