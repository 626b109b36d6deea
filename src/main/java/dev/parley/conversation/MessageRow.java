package dev.parley.conversation;

import dev.parley.model.Usage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A message as it stands in its row.
final class MessageRow {

  /// The columns that [#of] reads, in its order.
  static final String COLUMNS = columns("m.content", "m.function_calls");

  /// The same, but with an empty text and no calls where they are long.
  static final String COLUMNS_OF_LISTS = columns(LongTexts.CONTENT, LongTexts.CALLS);

  private static String columns(String content, String calls) {
    return """
        m.id, m.conversation_id, m.parent_id, m.role, %s, m.status, m.model, m.input_tokens, m.output_tokens,
        m.created_at, m.error_code, m.error_detail, %s, m.call_id"""
        .formatted(content, calls);
  }

  static Message of(Columns columns) throws SQLException {
    var id = columns.text();
    var conversationId = columns.text();
    var parentId = columns.textIfAny();
    var role = columns.text();
    return new Message(
        id,
        conversationId,
        parentId,
        role,
        Message.USER.equals(role),
        columns.text(),
        columns.text(),
        columns.textIfAny(),
        usage(columns.integer(), columns.integerIfAny()),
        Instant.ofEpochMilli(columns.number()),
        failure(columns.textIfAny(), columns.textIfAny()),
        CallsColumn.read(columns.textIfAny()),
        columns.textIfAny());
  }

  private static @Nullable Usage usage(int input, @Nullable Integer output) {
    return output == null ? null : new Usage(input, output);
  }

  private static Message.@Nullable Failure failure(@Nullable String code, @Nullable String detail) {
    return code == null ? null : new Message.Failure(code, Objects.requireNonNullElse(detail, ""));
  }

  private MessageRow() {}
}
