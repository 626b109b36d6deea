package dev.parley.conversation;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes a few rows of conversations before they are deleted themselves: what hangs on one would
/// go in a single statement, and all others would wait for a long one.
@Component
class FewRows {

  /// A conversation takes so many blocks along. Else, where there are many small ones, each few
  /// rows would be looked for among all of them.
  private static final int BLOCKS_ALONG = 4;

  private final JdbcClient jdbc;

  FewRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Deletes at most so many messages, and where no more are left, blocks of the text index.
  ///
  /// @param conversations a condition on their conversations `c`
  /// @param parameters those of the condition
  /// @return how many rows it were
  int delete(String conversations, Map<String, ?> parameters, int few) {
    var messages = run(ofMessages(conversations), parameters, few);
    return messages < few
        ? messages + run(ofBlocks(conversations), parameters, few - messages)
        : messages;
  }

  private int run(String deletion, Map<String, ?> parameters, int few) {
    return jdbc.sql(deletion).params(parameters).param("few", few).update();
  }

  /// Deletes at most `:few` messages.
  ///
  /// @param conversations a condition on their conversations `c`
  static String ofMessages(String conversations) {
    return """
        DELETE FROM messages
        WHERE n IN (
          SELECT n FROM (
            SELECT m.n FROM conversations c JOIN messages m ON m.conversation_id = c.id
            WHERE %s
            LIMIT :few) few)
        """
        .formatted(conversations);
  }

  /// Deletes at most `:few` blocks of the text index. It is filled from messages, so these are to
  /// be gone by then.
  ///
  /// @param conversations a condition on their conversations `c`
  static String ofBlocks(String conversations) {
    return """
        DELETE FROM text_blocks
        WHERE (conversation_id, number) IN (
          SELECT conversation_id, number FROM (
            SELECT b.conversation_id, b.number
            FROM conversations c JOIN text_blocks b ON b.conversation_id = c.id
            WHERE b.number >= %d AND %s
            LIMIT :few) few)
        """
        .formatted(BLOCKS_ALONG, conversations);
  }
}
