package dev.parley.conversation;

import java.sql.SQLException;
import java.time.Instant;

/// A conversation as it stands in its row.
final class ConversationRow {

  /// The columns that [#of] reads, in its order.
  static final String COLUMNS =
      "c.id, c.title, c.model, c.developer_message, c.archived, c.created_at, c.updated_at, c.message_count";

  static Conversation of(Columns columns) throws SQLException {
    return new Conversation(
        columns.text(),
        columns.textIfAny(),
        columns.text(),
        columns.textIfAny(),
        columns.flag(),
        Instant.ofEpochMilli(columns.number()),
        Instant.ofEpochMilli(columns.number()),
        columns.integer());
  }

  private ConversationRow() {}
}
