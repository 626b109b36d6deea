package dev.parley.admin;

import dev.parley.web.Cursor;
import dev.parley.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sessions of guests, without what was said in them, and without what opens them.
@Component
class SessionList {

  /// @param isOpen whether it may be used, unless it has been idle for too long
  record Session(
      String id, Instant createdAt, Instant lastActiveAt, boolean isOpen, long messages) {}

  private final JdbcClient jdbc;

  SessionList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest first.
  Page<Session> list(int limit, @Nullable String cursor) {
    var rows =
        jdbc.sql(
                """
                SELECT g.id, g.created_at, g.last_active_at, g.closed_at,
                  (SELECT COALESCE(SUM(c.message_count), 0) FROM conversations c
                   WHERE c.session_id = g.id) AS messages
                FROM guest_sessions g
                WHERE g.id < :before
                ORDER BY g.id DESC
                LIMIT :limit
                """)
            .param("before", cursor == null ? "guest_~" : Cursor.parts(cursor, 1).getFirst())
            .param("limit", limit + 1)
            .query(
                (row, _) ->
                    new Session(
                        row.getString("id"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("last_active_at")),
                        row.getObject("closed_at") == null,
                        row.getLong("messages")))
            .list();
    return Page.of(rows, limit, last -> Cursor.of(last.id()));
  }
}
