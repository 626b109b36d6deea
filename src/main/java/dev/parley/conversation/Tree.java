package dev.parley.conversation;

import dev.parley.model.FunctionCall;
import dev.parley.model.ModelCall.Turn;
import dev.parley.node.ThisNode;
import dev.parley.platform.Dialect;
import dev.parley.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Grows the tree of a conversation's messages. All of it happens inside a transaction that holds
/// the conversation.
@Component
class Tree {

  /// A conversation, as far as its tree is concerned.
  record Root(
      String id,
      @Nullable String title,
      String model,
      @Nullable String developerMessage,
      int branch,
      int branches) {}

  /// A message in the tree.
  ///
  /// @param isLong whether its text and its function calls were left out, because they are long
  record Node(
      String id,
      @Nullable String parentId,
      int branch,
      int depth,
      String role,
      String content,
      int tokens,
      String status,
      long createdAt,
      List<FunctionCall> calls,
      @Nullable String callId,
      boolean isLong) {

    Place place() {
      return new Place(branch, depth);
    }

    boolean isQuestion() {
      return Message.USER.equals(role);
    }

    /// Whether anything of it is left.
    boolean hasAnything() {
      return isLong || !content.isEmpty() || !calls.isEmpty() || callId != null;
    }

    /// As the model reads it.
    Turn turn() {
      return Turn.said(isQuestion(), content, calls, callId);
    }

    boolean isInProgress() {
      return Message.IN_PROGRESS.equals(status);
    }
  }

  private static final String NODE = node("m.content", "m.function_calls", "0");

  private static final String NODE_OF_MANY =
      node(LongTexts.CONTENT, LongTexts.CALLS, LongTexts.ARE_LONG);

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final ThisNode writer;

  Tree(JdbcClient jdbc, Dialect dialect, ThisNode writer) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.writer = writer;
  }

  /// Holds a conversation until the transaction ends, so that its tree grows at one place at a
  /// time.
  ///
  /// @throws NotFound where it is not there, or somebody else's
  Root hold(String owner, String conversationId) {
    return jdbc.sql(
            """
            SELECT id, title, model, developer_message, branch, branches
            FROM conversations
            WHERE id = :id AND owner_id = :owner
            """
                + dialect.hold())
        .param("id", conversationId)
        .param("owner", owner)
        .query(Tree::root)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /// @throws NotFound where it is not in this conversation
  Node node(String conversationId, String messageId) {
    return jdbc.sql(NODE + "WHERE m.id = :id AND m.conversation_id = :conversation")
        .param("id", messageId)
        .param("conversation", conversationId)
        .query(Tree::node)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /// The same with its text, where that was left out.
  Node whole(Root root, Node node) {
    return node.isLong ? node(root.id, node.id) : node;
  }

  /// The messages that lead to a place, that one included, newest first: its branch, and where that
  /// begins, the one that it grew out of. Long texts are left out.
  List<Node> leadingTo(String conversationId, Place place, int limit) {
    var nodes = new ArrayList<>(branch(conversationId, place, limit));
    while (!nodes.isEmpty() && nodes.size() < limit && nodes.getLast().parentId() != null) {
      var fork = node(conversationId, nodes.getLast().parentId());
      nodes.addAll(branch(conversationId, fork.place(), limit - nodes.size()));
    }
    return nodes;
  }

  private List<Node> branch(String conversationId, Place upTo, int limit) {
    return jdbc.sql(
            NODE_OF_MANY
                + """
                WHERE m.conversation_id = :conversation AND m.branch = :branch AND m.depth <= :depth
                ORDER BY m.depth DESC
                LIMIT :limit
                """)
        .param("conversation", conversationId)
        .param("branch", upTo.branch())
        .param("depth", upTo.depth())
        .param("limit", limit)
        .query(Tree::node)
        .list();
  }

  /// Where a message goes that follows another: on in its branch, or, where that goes on already,
  /// in a new one.
  Place after(Root root, Place parent) {
    var next = parent.next();
    var taken =
        jdbc.sql(
                """
                SELECT COUNT(*) FROM messages
                WHERE conversation_id = :conversation AND branch = :branch AND depth = :depth
                """)
            .param("conversation", root.id())
            .param("branch", next.branch())
            .param("depth", next.depth())
            .query(Integer.class)
            .single();
    return taken == 0 ? next : new Place(root.branches(), next.depth());
  }

  /// Adds messages that follow one another.
  void add(Place first, Message... messages) {
    var place = first;
    var values = new ArrayList<@Nullable Object[]>(messages.length);
    for (var message : messages) {
      values.add(values(message, place));
      place = place.next();
    }
    jdbc.sql(
            """
            INSERT INTO messages
              (id, conversation_id, parent_id, branch, depth, role, content, tokens, status, model, created_at,
               node_id, function_calls, call_id)
            VALUES
              :values
            """)
        .param("values", values)
        .update();
  }

  private @Nullable Object[] values(Message message, Place place) {
    return new @Nullable Object[] {
      message.id(),
      message.conversationId(),
      message.parentId(),
      place.branch(),
      place.depth(),
      message.role(),
      message.content(),
      message.tokens(),
      message.status(),
      message.model(),
      message.createdAt().toEpochMilli(),
      message.isInProgress() ? writer.id() : null,
      CallsColumn.write(message.functionCalls()),
      message.callId()
    };
  }

  /// Notes that messages were added in a branch, which is the one last used from now on.
  void grew(String owner, Root root, int branch, int messages, @Nullable String title, long now) {
    jdbc.sql(
            """
            UPDATE conversations
            SET branch = :branch,
              branches = :branches,
              message_count = message_count + :messages,
              title = COALESCE(title, :title),
              activity = (
                SELECT n FROM (
                  SELECT MAX(activity) + 1 AS n FROM conversations WHERE owner_id = :owner) next),
              updated_at = :now
            WHERE id = :id
            """)
        .param("id", root.id())
        .param("owner", owner)
        .param("branch", branch)
        .param("branches", Math.max(root.branches(), branch + 1))
        .param("messages", messages)
        .param("title", title)
        .param("now", now)
        .update();
  }

  private static Root root(ResultSet row, int number) throws SQLException {
    var columns = new Columns(row);
    return new Root(
        columns.text(),
        columns.textIfAny(),
        columns.text(),
        columns.textIfAny(),
        columns.integer(),
        columns.integer());
  }

  private static Node node(ResultSet row, int number) throws SQLException {
    var columns = new Columns(row);
    return new Node(
        columns.text(),
        columns.textIfAny(),
        columns.integer(),
        columns.integer(),
        columns.text(),
        columns.text(),
        columns.integer(),
        columns.text(),
        columns.number(),
        CallsColumn.read(columns.textIfAny()),
        columns.textIfAny(),
        columns.flag());
  }

  private static String node(String content, String calls, String areLong) {
    return """
        SELECT m.id, m.parent_id, m.branch, m.depth, m.role, %s, m.tokens, m.status, m.created_at,
          %s, m.call_id, %s
        FROM messages m
        """
        .formatted(content, calls, areLong);
  }
}
