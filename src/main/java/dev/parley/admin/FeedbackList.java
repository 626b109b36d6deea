package dev.parley.admin;

import dev.parley.web.Cursor;
import dev.parley.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people say of answers and sessions.
@Component
class FeedbackList {

  /// Of a message or of a guest session.
  ///
  /// @param createdAt when it was given last
  record Given(
      String id,
      @Nullable String messageId,
      @Nullable String sessionId,
      @Nullable String rating,
      @Nullable String comment,
      Instant createdAt) {}

  private final JdbcClient jdbc;

  FeedbackList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest first.
  Page<Given> list(int limit, @Nullable String cursor) {
    var rows =
        jdbc.sql(
                """
                SELECT id, message_id, session_id, rating, comment, created_at
                FROM feedback
                WHERE id < :before
                ORDER BY id DESC
                LIMIT :limit
                """)
            .param("before", cursor == null ? "fb_~" : Cursor.parts(cursor, 1).getFirst())
            .param("limit", limit + 1)
            .query(
                (row, _) ->
                    new Given(
                        row.getString("id"),
                        row.getString("message_id"),
                        row.getString("session_id"),
                        row.getString("rating"),
                        row.getString("comment"),
                        Instant.ofEpochMilli(row.getLong("created_at"))))
            .list();
    return Page.of(rows, limit, last -> Cursor.of(last.id()));
  }
}
