package dev.parley.conversation;

import dev.parley.model.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// A message as it stands in its row.
final class MessageRow {

  /// The columns that [#of] reads.
  static final String COLUMNS =
      """
      m.id, m.conversation_id, m.parent_id, m.role, m.content, m.status, m.model, m.input_tokens, m.output_tokens,
      m.error_code, m.error_detail, m.created_at, m.function_calls, m.call_id""";

  static Message of(ResultSet row) throws SQLException {
    var role = row.getString("role");
    var output = row.getInt("output_tokens");
    var usage = row.wasNull() ? null : new Usage(row.getInt("input_tokens"), output);
    var code = row.getString("error_code");
    return new Message(
        row.getString("id"),
        row.getString("conversation_id"),
        row.getString("parent_id"),
        role,
        Message.USER.equals(role),
        row.getString("content"),
        row.getString("status"),
        row.getString("model"),
        usage,
        Instant.ofEpochMilli(row.getLong("created_at")),
        code == null ? null : new Message.Failure(code, row.getString("error_detail")),
        CallsColumn.read(row.getString("function_calls")),
        row.getString("call_id"));
  }

  private MessageRow() {}
}
