package dev.parley.feedback;

import dev.parley.platform.Dialect;
import dev.parley.platform.Ids;
import dev.parley.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Feedback and its SQL. Of a message an account's newest holds; of a session each is kept.
@Component
class Feedback {

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Ids ids;
  private final Clock clock;

  Feedback(JdbcClient jdbc, Ids ids, Clock clock, Dialect dialect) {
    this.dialect = dialect;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  public void ofSession(String session, String text) {
    jdbc.sql(
            """
            INSERT INTO feedback (id, session_id, comment, created_at)
            VALUES (:id, :session, :text, :now)
            """)
        .param("id", ids.next("fb"))
        .param("session", session)
        .param("text", text)
        .param("now", clock.millis())
        .update();
  }

  /// Stores what an account says of a message.
  ///
  /// @throws NotFound where the message is not there, or somebody else's
  @Transactional
  public void ofMessage(String owner, String messageId, String rating, @Nullable String comment) {
    var rows =
        jdbc.sql(
                """
                INSERT INTO feedback (id, message_id, rating, comment, created_at)
                SELECT :id, m.id, :rating, :comment, :now
                FROM messages m JOIN conversations c ON c.id = m.conversation_id
                WHERE m.id = :message AND c.owner_id = :owner
                %s rating = :rating, comment = :comment, created_at = :now
                """
                    .formatted(dialect.orUpdate("message_id")))
            .param("id", ids.next("fb"))
            .param("message", messageId)
            .param("owner", owner)
            .param("rating", rating)
            .param("comment", comment)
            .param("now", clock.millis())
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
  }

  Map<String, Ratings.Rating> ofMessages(String owner, List<String> messageIds) {
    var ratings = new HashMap<String, Ratings.Rating>();
    jdbc.sql(
            """
            SELECT f.message_id, f.rating, f.comment, f.created_at
            FROM feedback f
            JOIN messages m ON m.id = f.message_id
            JOIN conversations c ON c.id = m.conversation_id
            WHERE f.message_id IN (:messages) AND c.owner_id = :owner
            """)
        .param("messages", messageIds)
        .param("owner", owner)
        .query(
            row -> {
              ratings.put(
                  row.getString("message_id"),
                  new Ratings.Rating(
                      row.getString("rating"),
                      row.getString("comment"),
                      Instant.ofEpochMilli(row.getLong("created_at"))));
            });
    return ratings;
  }
}
