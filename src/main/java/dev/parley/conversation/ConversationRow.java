package dev.parley.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// A conversation as it stands in its row.
final class ConversationRow {

  /// The columns that [#of] reads.
  static final String COLUMNS =
      "c.id, c.title, c.model, c.developer_message, c.archived, c.created_at, c.updated_at, c.message_count";

  static Conversation of(ResultSet row) throws SQLException {
    return new Conversation(
        row.getString("id"),
        row.getString("title"),
        row.getString("model"),
        row.getString("developer_message"),
        row.getBoolean("archived"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("updated_at")),
        row.getInt("message_count"));
  }

  private ConversationRow() {}
}
