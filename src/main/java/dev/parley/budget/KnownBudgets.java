package dev.parley.budget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The budgets in memory. Whoever changes one forgets what is here; other nodes do within seconds.
@Component
final class KnownBudgets {

  private static final Duration LIFETIME = Duration.ofSeconds(10);
  private static final int MOST = 50_000;

  private record Read(Budgets budgets, long at) {}

  private volatile @Nullable Read read;
  private final Cache<String, Allowance> accounts =
      Caffeine.newBuilder().expireAfterWrite(LIFETIME).maximumSize(MOST).build();
  private final StoredBudgets stored;

  KnownBudgets(StoredBudgets stored) {
    this.stored = stored;
  }

  /// What everybody may use; while the database is down, what was last known of that.
  Budgets all() {
    var known = read;
    if (known != null && System.nanoTime() - known.at < LIFETIME.toNanos()) {
      return known.budgets;
    }
    try {
      var now = new Read(stored.find(), System.nanoTime());
      read = now;
      return now.budgets;
    } catch (DataAccessException e) {
      if (known == null) {
        throw e;
      }
      // Asked for again after a while only: waiting for it takes long.
      read = new Read(known.budgets, System.nanoTime());
      return known.budgets;
    }
  }

  Allowance of(Payer payer) {
    return switch (payer) {
      case Payer.Account account -> accounts.get(account.subject(), id -> stored.of(id, all()));
      case Payer.GuestSession _ -> all().guestSession();
      case Payer.Stranger _ -> Allowance.NO_LIMIT;
    };
  }

  boolean isOpen(Payer.Account account) {
    return stored.isOpen(account.subject());
  }

  /// Once a change is stored.
  void forget() {
    read = null;
    accounts.invalidateAll();
  }

  /// Once a change of an account is stored.
  void forget(String accountId) {
    accounts.invalidate(accountId);
  }
}
