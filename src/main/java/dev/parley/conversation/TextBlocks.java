package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.Dialect;
import dev.parley.platform.OnDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills the index of our own. A message is added to the bits of its conversation's last block,
/// or to a new one where that is full. What is deleted leaves its bits behind; so what is found
/// by them is looked at.
@Component
@OnDatabase({DatabaseKind.MARIADB, DatabaseKind.POSTGRESQL})
class TextBlocks {

  private static final int FEW = 500;

  /// By how much the pieces of a long text overlap, in characters: the most that is looked for.
  private static final int OVERLAP = 200;

  private record Unindexed(long n, String conversationId, String content) {}

  private final JdbcClient jdbc;
  private final Dialect dialect;

  TextBlocks(JdbcClient jdbc, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  /// Whether there are messages in no block. Answers that are being written do not count.
  boolean isBehind() {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT 1 FROM messages WHERE unindexed = TRUE AND status <> 'in_progress')
            """)
        .query(Boolean.class)
        .single();
  }

  @Transactional
  public void catchUp() {
    var messages = take();
    var conversations = new TreeMap<String, List<Unindexed>>();
    for (var message : messages) {
      conversations.computeIfAbsent(message.conversationId, _ -> new ArrayList<>()).add(message);
    }
    conversations.forEach(this::add);
    if (!messages.isEmpty()) {
      jdbc.sql("UPDATE messages SET unindexed = NULL WHERE n IN (:some)")
          .param("some", messages.stream().map(Unindexed::n).toList())
          .update();
    }
  }

  private List<Unindexed> take() {
    return jdbc.sql(
            """
            SELECT n, conversation_id, content
            FROM messages
            WHERE unindexed = TRUE AND status <> 'in_progress'
            ORDER BY n
            LIMIT :few
            """
                + dialect.holdFree())
        .param("few", FEW)
        .query(Unindexed.class)
        .list();
  }

  private void add(String conversation, List<Unindexed> messages) {
    var block = last(conversation, messages.getFirst().n);
    for (var message : messages) {
      for (var text : pieces(message.content)) {
        if (block.bits().isFull()) {
          store(conversation, block);
          block = TextBlock.begin(block.number() + 1, message.n);
        }
        block = block.with(message.n, text);
      }
    }
    store(conversation, block);
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
                    new TextBits(row.getBytes("bits"))))
        .optional()
        .orElseGet(() -> TextBlock.begin(0, message));
  }

  private void store(String conversation, TextBlock block) {
    jdbc.sql(
            """
            INSERT INTO text_blocks (conversation_id, number, first_n, last_n, bits)
            VALUES (:conversation, :number, :first, :last, :bits)
            %s first_n = :first, last_n = :last, bits = :bits
            """
                .formatted(dialect.orUpdate("conversation_id, number")))
        .param("conversation", conversation)
        .param("number", block.number())
        .param("first", block.first())
        .param("last", block.last())
        .param("bits", block.bits().bytes())
        .update();
  }

  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    var at = 0;
    for (; at + TextBits.MOST < text.length(); at += TextBits.MOST - OVERLAP) {
      pieces.add(text.substring(at, at + TextBits.MOST));
    }
    pieces.add(text.substring(at));
    return pieces;
  }
}
