package dev.parley.conversation;

import dev.parley.conversation.UnindexedMessages.Unindexed;
import dev.parley.platform.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills the index of our own. A message is added to the bits of its conversation's last block,
/// or to a new one where that is full. What is deleted leaves its bits behind; so what is found
/// by them is looked at.
///
/// Several nodes fill it side by side, each with other messages. A block that is there is held by
/// who adds to it; of two who begin the same one, the second adds to that of the first.
@Component
class TextBlocks {

  /// The most that is looked for, in characters. It stands in one block as a whole, also where a
  /// long text goes on in the next.
  private static final int WANTED = 200;

  private static final String BEGIN =
      """
      INSERT INTO text_blocks (conversation_id, number, first_n, last_n, bits)
      VALUES (:conversation, :number, :first, :last, :bits)
      """;

  private static final String CHANGE =
      """
      UPDATE text_blocks
      SET first_n = :first, last_n = :last, bits = :bits
      WHERE conversation_id = :conversation AND number = :number
      """;

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final UnindexedMessages unindexed;

  TextBlocks(JdbcClient jdbc, Dialect dialect, UnindexedMessages unindexed) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.unindexed = unindexed;
  }

  /// Brings a few messages into the index.
  @Transactional
  public void catchUp() {
    var messages = unindexed.take();
    var conversations = new TreeMap<String, List<Unindexed>>();
    for (var message : messages) {
      conversations.computeIfAbsent(message.conversationId(), _ -> new ArrayList<>()).add(message);
    }
    conversations.forEach(this::add);
    unindexed.remove(messages);
  }

  /// What was added before is added again where somebody else began the same block meanwhile: that
  /// changes nothing.
  private void add(String conversation, List<Unindexed> messages) {
    var isAdded = false;
    while (!isAdded) {
      isAdded = isAddedUndisturbed(conversation, messages);
    }
  }

  private boolean isAddedUndisturbed(String conversation, List<Unindexed> messages) {
    var block = last(conversation, messages.getFirst().n());
    for (var message : messages) {
      var text = TextBits.folded(message.content());
      for (var at = 0; at < text.length; at += TextBits.MOST) {
        var isFull = block.bits().isFull();
        if (isFull) {
          if (!isStored(conversation, block)) {
            return false;
          }
          block = TextBlock.begin(block.number() + 1, message.n());
        }
        var from = Math.max(0, at - (isFull ? WANTED : TextBits.LONGEST));
        block = block.with(message.n(), text, from, Math.min(text.length, at + TextBits.MOST));
      }
    }
    return isStored(conversation, block);
  }

  private TextBlock last(String conversation, long message) {
    return jdbc.sql(
            """
            SELECT number, first_n, last_n, bits
            FROM text_blocks
            WHERE conversation_id = :conversation
            ORDER BY number DESC
            LIMIT 1
            """
                + dialect.hold())
        .param("conversation", conversation)
        .query(
            (row, _) ->
                new TextBlock(
                    row.getInt("number"),
                    row.getLong("first_n"),
                    row.getLong("last_n"),
                    new TextBits(row.getBytes("bits")),
                    false))
        .optional()
        .orElseGet(() -> TextBlock.begin(0, message));
  }

  /// @return false where somebody else has begun the same one
  private boolean isStored(String conversation, TextBlock block) {
    if (block.isNew()) {
      return Dialect.isNew(() -> write(BEGIN + dialect.unlessThere(), conversation, block));
    }
    write(CHANGE, conversation, block);
    return true;
  }

  private int write(String statement, String conversation, TextBlock block) {
    return jdbc.sql(statement)
        .param("conversation", conversation)
        .param("number", block.number())
        .param("first", block.first())
        .param("last", block.last())
        .param("bits", block.bits().bytes())
        .update();
  }
}
