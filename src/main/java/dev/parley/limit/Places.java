package dev.parley.limit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// The places for answers that are being written, of which each caller and the server have so many.
@Component
public final class Places {

  private final AtomicInteger all = new AtomicInteger();
  private final AccountPlaces places;
  private final LimitSettings settings;

  Places(AccountPlaces places, LimitSettings settings) {
    this.places = places;
    this.settings = settings;
  }

  /// Takes a place.
  ///
  /// @param key for whom
  /// @return gives it back; more than once does nothing more
  /// @throws LimitReached where there is none left
  public Runnable take(String key) {
    if (all.incrementAndGet() > settings.ceiling(Ceiling.SERVER_ANSWERS)) {
      all.decrementAndGet();
      throw LimitReached.server();
    }
    var most = settings.ceiling(Ceiling.ACCOUNT_ANSWERS);
    var place = places.take(key, most);
    if (place == null) {
      all.decrementAndGet();
      throw LimitReached.answers(most);
    }
    var given = new AtomicBoolean();
    return () -> {
      if (given.compareAndSet(false, true)) {
        all.decrementAndGet();
        place.run();
      }
    };
  }
}
