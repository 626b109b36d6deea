package dev.parley.conversation;

import dev.parley.conversation.Incoming.Row;
import dev.parley.conversation.Incoming.Stored;
import dev.parley.web.Invalid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds where what comes in with an [Import] stands in the tree of its conversation.
@Component
class ImportTree {

  private static final Place BEFORE_THE_FIRST = new Place(0, -1);

  private final JdbcClient jdbc;
  private final Tree tree;

  ImportTree(JdbcClient jdbc, Tree tree) {
    this.jdbc = jdbc;
    this.tree = tree;
  }

  /// The message that a message follows; none where it is the first. What a model has answered
  /// follows a question; what was asked, or only noted to have been said, follows anything.
  ///
  /// @throws Invalid where it names none, or one that it cannot follow
  @Nullable Stored parent(Row.Said said) {
    var isAnswer = !said.message().isQuestion() && said.message().model() != null;
    var parent =
        said.parentId() == null
            ? Optional.<Stored>empty()
            : find(said.conversation(), said.parentId());
    var fits =
        said.parentId() == null
            ? !isAnswer
            : parent.filter(stored -> !isAnswer || stored.isQuestion()).isPresent();
    if (!fits) {
      throw new Invalid(
          said.where() + ".parent_id",
          isAnswer
              ? "must name a question before it"
              : "must name a message before it, or be null");
    }
    return parent.orElse(null);
  }

  private Optional<Stored> find(Incoming conversation, String messageId) {
    var last = conversation.last();
    if (last != null && last.id().equals(messageId)) {
      return Optional.of(last);
    }
    return jdbc.sql(
            """
            SELECT branch, depth, role FROM messages
            WHERE id = :id AND conversation_id = :conversation
            """)
        .param("id", messageId)
        .param("conversation", conversation.id())
        .query(
            (row, _) ->
                new Stored(
                    messageId,
                    new Place(row.getInt("branch"), row.getInt("depth")),
                    Message.USER.equals(row.getString("role"))))
        .optional();
  }

  /// Where a message goes. After the message that came last there is room, and so there is before
  // the first.
  Place place(Incoming conversation, @Nullable Stored parent) {
    var before = parent == null ? BEFORE_THE_FIRST : parent.place();
    var root = new Tree.Root(conversation.id(), null, "", null, 0, conversation.branches());
    return conversation.messages() == 0 || (parent != null && parent.equals(conversation.last()))
        ? before.next()
        : tree.after(root, before);
  }

  /// The branch last used, as the conversation says it itself, or else that of its last message.
  ///
  /// @throws Invalid where it names no message
  int branch(Row.Ended ended) {
    var last = ended.conversation().last();
    if (ended.lastMessageId() == null) {
      return last == null ? 0 : last.place().branch();
    }
    return find(ended.conversation(), ended.lastMessageId())
        .orElseThrow(
            () ->
                new Invalid(
                    ended.where() + ".last_message_id", "must name a message of the conversation"))
        .place()
        .branch();
  }
}
