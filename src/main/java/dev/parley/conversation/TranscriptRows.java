package dev.parley.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads conversations and messages in the order in which they were made, a few at a time.
@Component
class TranscriptRows {

  private static final int FEW = 100;

  /// In characters, or bytes on some: no more than this and one text are held.
  private static final int ENOUGH = 65_536;

  private final JdbcClient jdbc;

  TranscriptRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Transcript> conversations(String owner, long after) {
    return jdbc.sql(
            """
            SELECT c.n, c.id, c.kind, c.title, c.model, c.developer_message, c.archived, c.activity,
              c.created_at, c.updated_at, c.metadata, (
                SELECT m.id FROM messages m
                WHERE m.conversation_id = c.id AND m.branch = c.branch
                ORDER BY m.depth DESC
                LIMIT 1) AS last_message_id
            FROM conversations c
            WHERE c.user_id = :owner AND c.owner_id = :owner AND c.n > :after
            ORDER BY c.n
            LIMIT :few
            """)
        .param("owner", owner)
        .param("after", after)
        .param("few", FEW)
        .query((row, _) -> transcript(row))
        .list();
  }

  List<Heading> headings(String owner, long after, int limit) {
    return jdbc.sql(
            """
            SELECT n, id, title, created_at, updated_at, message_count
            FROM conversations
            WHERE user_id = :owner AND owner_id = :owner AND n > :after
            ORDER BY n
            LIMIT :limit
            """)
        .param("owner", owner)
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, _) ->
                new Heading(
                    row.getLong("n"),
                    row.getString("id"),
                    row.getString("title"),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    Instant.ofEpochMilli(row.getLong("updated_at")),
                    row.getLong("message_count")))
        .list();
  }

  List<ListedMessage> some(String owner, String conversationId, long after, int limit) {
    return jdbc.sql(
            """
            SELECT m.n, %s
            FROM messages m JOIN conversations c ON c.id = m.conversation_id
            WHERE m.conversation_id = :conversation AND c.owner_id = :owner AND m.n > :after
            ORDER BY m.n
            LIMIT :limit
            """
                .formatted(ListedMessage.COLUMNS))
        .param("conversation", conversationId)
        .param("owner", owner)
        .param("after", after)
        .param("limit", limit)
        .query(ListedMessage::of)
        .list();
  }

  /// A few, and fewer where they are long: drivers hold all that they are given at once.
  List<TranscriptMessage> messages(String owner, String conversationId, long after) {
    return jdbc.sql(
            """
            SELECT m.n, %s
            FROM (
              SELECT few.*, SUM(few.units) OVER (ORDER BY few.n) - few.units AS before_it
              FROM (
                SELECT m.*, LENGTH(m.content) + COALESCE(LENGTH(m.function_calls), 0) AS units
                FROM messages m JOIN conversations c ON c.id = m.conversation_id
                WHERE m.conversation_id = :conversation AND c.owner_id = :owner AND m.n > :after
                ORDER BY m.n
                LIMIT :few) few) m
            WHERE m.before_it < :enough
            ORDER BY m.n
            """
                .formatted(MessageRow.COLUMNS))
        .param("conversation", conversationId)
        .param("owner", owner)
        .param("after", after)
        .param("few", FEW)
        .param("enough", ENOUGH)
        .query(TranscriptRows::message)
        .list();
  }

  private static TranscriptMessage message(ResultSet row, int number) throws SQLException {
    var columns = new Columns(row);
    return TranscriptMessage.of(columns.number(), MessageRow.of(columns));
  }

  private static Transcript transcript(ResultSet row) throws SQLException {
    return new Transcript(
        row.getLong("n"),
        row.getString("id"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("model"),
        row.getString("developer_message"),
        row.getBoolean("archived"),
        row.getLong("activity"),
        row.getString("last_message_id"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("updated_at")),
        Metadata.read(row.getString("metadata")));
  }
}
