package dev.parley.conversation;

import dev.parley.web.Cursor;
import dev.parley.web.NotFound;
import dev.parley.web.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reading messages. Each is asked for with the owner of its conversation.
@Component
class Messages {

  /// The branch last used, and those that it grew out of, each up to the message where the next one
  /// begins.
  static final String LINE =
      """
      WITH RECURSIVE line (branch, upto) AS (
        SELECT branch, :upto FROM conversations WHERE id = :conversation AND owner_id = :owner
        UNION ALL
        SELECT parent.branch, parent.depth
        FROM line
        JOIN messages beginning ON beginning.conversation_id = :conversation
          AND beginning.branch = line.branch
          AND beginning.depth = (
            SELECT MIN(depth) FROM messages
            WHERE conversation_id = :conversation AND branch = line.branch)
        JOIN messages parent ON parent.id = beginning.parent_id
      )
      """;

  private final JdbcClient jdbc;
  private final Conversations conversations;

  Messages(JdbcClient jdbc, Conversations conversations) {
    this.jdbc = jdbc;
    this.conversations = conversations;
  }

  Optional<Message> find(String owner, String id) {
    return jdbc.sql(
            """
            SELECT %s
            FROM messages m JOIN conversations c ON c.id = m.conversation_id
            WHERE m.id = :id AND c.owner_id = :owner
            """
                .formatted(MessageRow.COLUMNS))
        .param("id", id)
        .param("owner", owner)
        .query((row, _) -> MessageRow.of(new Columns(row)))
        .optional();
  }

  /// @throws NotFound where it is not there, or somebody else's
  Message require(String owner, String id) {
    return find(owner, id).orElseThrow(NotFound::new);
  }

  /// The question of an answer and what stands before it in the same branch, newest first.
  ///
  /// @throws NotFound where the answer is not there, or somebody else's
  List<Message> leadingTo(String owner, String answerId, int most) {
    var messages =
        jdbc.sql(
                """
                SELECT %s
                FROM messages a
                JOIN conversations c ON c.id = a.conversation_id AND c.owner_id = :owner
                JOIN messages q ON q.id = a.parent_id
                JOIN messages m ON m.conversation_id = q.conversation_id
                  AND m.branch = q.branch AND m.depth <= q.depth AND m.depth > q.depth - :most
                WHERE a.id = :answer
                ORDER BY m.depth DESC
                """
                    .formatted(MessageRow.COLUMNS))
            .param("owner", owner)
            .param("answer", answerId)
            .param("most", most)
            .query((row, _) -> MessageRow.of(new Columns(row)))
            .list();
    if (messages.isEmpty()) {
      throw new NotFound();
    }
    return messages;
  }

  /// The branch last used, from its first message on. A message's depth is its place, so a page
  /// costs the same wherever it stands.
  ///
  /// @throws NotFound where there is no such conversation, or it is somebody else's
  Page<Message> listBranch(
      String owner, String conversationId, int limit, @Nullable String cursor) {
    var after = cursor == null ? -1 : Cursor.number(Cursor.parts(cursor, 1).getFirst());
    var rows =
        jdbc.sql(
                """
                %s
                SELECT m.depth, %s
                FROM line JOIN messages m ON m.conversation_id = :conversation AND m.branch = line.branch
                  AND m.depth <= line.upto AND m.depth > :after AND m.depth <= :after + :limit
                ORDER BY m.depth
                """
                    .formatted(LINE, ListedMessage.COLUMNS))
            .param("owner", owner)
            .param("conversation", conversationId)
            .param("upto", Integer.MAX_VALUE)
            .param("after", after)
            .param("limit", limit + 1)
            .query(ListedMessage::of)
            .list();
    return page(owner, conversationId, rows, limit);
  }

  /// All branches, in the order in which their messages were made.
  ///
  /// @throws NotFound where there is no such conversation, or it is somebody else's
  Page<Message> listAll(String owner, String conversationId, int limit, @Nullable String cursor) {
    var after = cursor == null ? 0 : Cursor.number(Cursor.parts(cursor, 1).getFirst());
    var rows =
        jdbc.sql(
                """
                SELECT m.n, %s
                FROM conversations c JOIN messages m ON m.conversation_id = c.id AND m.n > :after
                WHERE c.id = :conversation AND c.owner_id = :owner
                ORDER BY m.n
                LIMIT :limit
                """
                    .formatted(ListedMessage.COLUMNS))
            .param("owner", owner)
            .param("conversation", conversationId)
            .param("after", after)
            .param("limit", limit + 1)
            .query(ListedMessage::of)
            .list();
    return page(owner, conversationId, rows, limit);
  }

  private Page<Message> page(
      String owner, String conversationId, List<ListedMessage> rows, int limit) {
    if (rows.isEmpty()) {
      conversations.require(owner, conversationId);
    }
    return ListedMessage.page(rows, limit, 1, message -> require(owner, message.id()))
        .map(ListedMessage::message);
  }
}
