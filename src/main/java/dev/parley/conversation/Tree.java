package dev.parley.conversation;

import dev.parley.model.TokenEstimate;
import dev.parley.web.NotFound;
import java.util.Optional;
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
  record Node(
      String id,
      @Nullable String parentId,
      int branch,
      int depth,
      String role,
      String content,
      String status,
      long createdAt) {

    Place place() {
      return new Place(branch, depth);
    }

    boolean isQuestion() {
      return Message.USER.equals(role);
    }

    boolean isInProgress() {
      return Message.IN_PROGRESS.equals(status);
    }
  }

  private static final String NODE =
      "SELECT id, parent_id, branch, depth, role, content, status, created_at FROM messages ";

  private final JdbcClient jdbc;

  Tree(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @throws NotFound where it is not there, or somebody else's
  Root root(String owner, String conversationId) {
    return jdbc.sql(
            """
            SELECT id, title, model, developer_message, branch, branches
            FROM conversations
            WHERE id = :id AND owner_id = :owner
            """)
        .param("id", conversationId)
        .param("owner", owner)
        .query(Root.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /// @throws NotFound where it is not in this conversation
  Node node(String conversationId, String messageId) {
    return jdbc.sql(NODE + "WHERE id = :id AND conversation_id = :conversation")
        .param("id", messageId)
        .param("conversation", conversationId)
        .query(Node.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /// The last message of a branch; none where there is no message at all.
  Optional<Node> tip(String conversationId, int branch) {
    return jdbc.sql(
            NODE
                + """
                WHERE conversation_id = :conversation AND branch = :branch
                ORDER BY depth DESC
                LIMIT 1
                """)
        .param("conversation", conversationId)
        .param("branch", branch)
        .query(Node.class)
        .optional();
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

  void add(Message message, Place place) {
    jdbc.sql(
            """
            INSERT INTO messages
              (id, conversation_id, parent_id, branch, depth, role, content, tokens, status, model, created_at)
            VALUES
              (:id, :conversation, :parent, :branch, :depth, :role, :content, :tokens, :status, :model, :now)
            """)
        .param("id", message.id())
        .param("conversation", message.conversationId())
        .param("parent", message.parentId())
        .param("branch", place.branch())
        .param("depth", place.depth())
        .param("role", message.role())
        .param("content", message.content())
        .param("tokens", TokenEstimate.of(message.content()))
        .param("status", message.status())
        .param("model", message.model())
        .param("now", message.createdAt().toEpochMilli())
        .update();
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
              activity = (SELECT MAX(activity) + 1 FROM conversations WHERE owner_id = :owner),
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
}
