package dev.parley.auth;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// When personal access tokens were used last, to the minute. A request only notes it in memory;
/// what was noted is stored by and by, all of it in one transaction.
@Component
class TokenUses {

  private static final long MINUTE = 60_000;

  private final ConcurrentMap<String, Long> noted = new ConcurrentHashMap<>();
  private final JdbcTemplate batches;
  private final Activity activity;

  TokenUses(JdbcTemplate batches, Activity activity) {
    this.batches = batches;
    this.activity = activity;
  }

  /// Notes that a token was used, unless that was noted within this minute.
  void note(String id, KnownTokens.Known token, long now) {
    var before = token.notedAt().get();
    if (now - before >= MINUTE && token.notedAt().compareAndSet(before, now)) {
      noted.put(id, now);
    }
  }

  /// Stores what was noted, also before the server stops.
  @Transactional
  public void store() {
    // In the order in which others, too, hold several.
    var uses = List.copyOf(new TreeMap<>(noted).entrySet());
    if (!uses.isEmpty()) {
      uses.forEach(use -> activity.noteByToken(use.getKey()));
      batches.batchUpdate(
          "UPDATE access_tokens SET last_used_at = ? WHERE id = ?",
          uses,
          uses.size(),
          (statement, use) -> {
            statement.setLong(1, use.getValue());
            statement.setString(2, use.getKey());
          });
      uses.forEach((Map.Entry<String, Long> use) -> noted.remove(use.getKey(), use.getValue()));
    }
  }

  boolean hasNoted() {
    return !noted.isEmpty();
  }
}
