package dev.parley.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sessions ended of late, kept in memory for as long as an access token of theirs could still
/// hold, so that signing out counts at once and no request asks the database.
@Component
final class EndedSessions {

  private final Cache<String, Boolean> ended;
  private final TokenSettings settings;
  private final JdbcClient jdbc;
  private final Clock clock;

  EndedSessions(TokenSettings settings, JdbcClient jdbc, Clock clock) {
    this.ended = Caffeine.newBuilder().expireAfterWrite(settings.accessLifetime()).build();
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean contains(String sessionId) {
    return ended.getIfPresent(sessionId) != null;
  }

  void add(String sessionId) {
    ended.put(sessionId, true);
  }

  @EventListener(ApplicationStartedEvent.class)
  void load() {
    jdbc.sql("SELECT id FROM sessions WHERE ended_at > :since")
        .param("since", clock.instant().minus(settings.accessLifetime()).toEpochMilli())
        .query(String.class)
        .list()
        .forEach(this::add);
  }
}
