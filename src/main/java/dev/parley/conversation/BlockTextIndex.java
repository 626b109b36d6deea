package dev.parley.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// An index of our own, [TextBlocks], for databases that find no pieces of words within what
/// somebody owns. The owner's conversations are gone through, the newest first, until a page is
/// full; of each only those messages are read in whose block all of the text's pieces stand.
///
/// Databases would turn `EXISTS` into a join and read the messages of everybody first; where
/// there is a `LIMIT` they do not.
abstract class BlockTextIndex implements TextIndex {

  private final TextBlocks blocks;
  private final UnindexedMessages unindexed;

  BlockTextIndex(TextBlocks blocks, UnindexedMessages unindexed) {
    this.blocks = blocks;
    this.unindexed = unindexed;
  }

  /// A condition: a column holds `:text`, small and capital letters alike.
  abstract String holds(String column);

  /// A condition: the bits of `b` have all of these.
  ///
  /// @param masks by the bytes that they are of
  abstract Condition holdsBits(Map<Integer, Integer> masks);

  /// The same, byte for byte.
  ///
  /// @param format of a condition; what comes in are the number of a byte, from 0, and the mask
  static Condition eachByte(Map<Integer, Integer> masks, String format) {
    return new Condition(
        masks.entrySet().stream()
            .map(some -> format.formatted(some.getKey(), some.getValue()))
            .collect(Collectors.joining(" AND ")),
        Map.of());
  }

  /// The blocks `b` joined with their messages `m`.
  abstract String blocksWithMessages();

  @Override
  public Condition finds(String text) {
    var bits = holdsBits(TextBits.of(text));
    var parameters = new HashMap<String, Object>(bits.parameters());
    parameters.put("text", parameter(text));
    return new Condition(
        """
        (%s
          OR c.id IN (%s)
          OR (
            SELECT 1
            FROM %s
            WHERE b.conversation_id = c.id AND %s AND %s
            LIMIT 1) = 1)"""
            .formatted(
                holds("c.title"),
                unindexed(),
                blocksWithMessages(),
                bits.sql(),
                holds("m.content")),
        parameters);
  }

  /// What `:text` is for the database.
  String parameter(String text) {
    return text;
  }

  /// The conversations that are found by messages which are in no block yet, but for those that no
  /// page has room for: they may be as many as somebody owns. Those messages may be few, or more
  /// than all that somebody owns: by which of the two they are found is left to the database.
  private String unindexed() {
    return """
        SELECT id FROM (
          SELECT DISTINCT c.id, c.activity
          FROM conversations c JOIN messages m ON m.conversation_id = c.id
          WHERE %s
            AND m.unindexed = TRUE AND m.status <> 'in_progress' AND %s
          %s) few"""
        .formatted(Conversations.OF_PAGE, holds("m.content"), Conversations.IN_ORDER);
  }

  @Override
  public boolean isBehind() {
    return unindexed.areThere();
  }

  @Override
  public void catchUp() {
    blocks.catchUp();
  }
}
