package dev.parley.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// The places for answers that are being written, of which each caller and the server have so many.
@Component
public final class Places {

  private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();
  private final AtomicInteger all = new AtomicInteger();
  private final LimitSettings settings;

  Places(LimitSettings settings) {
    this.settings = settings;
  }

  /// Takes a place.
  ///
  /// @param key for whom
  /// @return gives it back; more than once does nothing more
  /// @throws LimitReached where there is none left
  public Runnable take(String key) {
    var most = settings.ceiling(Ceiling.ACCOUNT_ANSWERS);
    if (all.incrementAndGet() > settings.ceiling(Ceiling.SERVER_ANSWERS)) {
      all.decrementAndGet();
      throw LimitReached.server();
    }
    if (taken.merge(key, 1, Integer::sum) > most) {
      giveBack(key);
      throw LimitReached.answers(most);
    }
    var given = new AtomicBoolean();
    return () -> {
      if (given.compareAndSet(false, true)) {
        giveBack(key);
      }
    };
  }

  private void giveBack(String key) {
    all.decrementAndGet();
    taken.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
  }
}
