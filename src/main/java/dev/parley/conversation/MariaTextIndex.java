package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// An index of our own, [TextBlocks], because MariaDB has none for pieces of words. The owner's
/// conversations are gone through, the newest first, until a page is full; of each only those
/// messages are read in whose block all of the text's pieces stand.
///
/// MariaDB would turn `EXISTS` into a join and read all messages of everybody first; where there is
/// a `LIMIT` it does not. It finds messages by conversation and number where both are ranges.
@Component
@OnDatabase(DatabaseKind.MARIADB)
class MariaTextIndex implements TextIndex {

  private final JdbcClient jdbc;
  private final TextBlocks blocks;

  MariaTextIndex(JdbcClient jdbc, TextBlocks blocks) {
    this.jdbc = jdbc;
    this.blocks = blocks;
  }

  @Override
  public Condition holds(String owner, String text) {
    var parameters = new HashMap<String, Object>(Map.of("text", text));
    var unindexed = unindexed(owner, text);
    if (!unindexed.isEmpty()) {
      parameters.put("unindexed", unindexed);
    }
    var bits =
        TextBits.of(text).entrySet().stream()
            .map(
                some ->
                    "ASCII(SUBSTR(b.bits, %d, 1)) & %d = %2$d"
                        .formatted(some.getKey() + 1, some.getValue()))
            .collect(Collectors.joining(" AND "));
    return new Condition(
        """
        (LOCATE(LOWER(:text), LOWER(c.title)) > 0 %s
          OR (
            SELECT 1
            FROM text_blocks b STRAIGHT_JOIN messages m
              ON m.conversation_id BETWEEN b.conversation_id AND b.conversation_id
                AND m.n BETWEEN b.first_n AND b.last_n
            WHERE b.conversation_id = c.id AND %s
              AND LOCATE(LOWER(:text), LOWER(m.content)) > 0
            LIMIT 1) = 1)"""
            .formatted(unindexed.isEmpty() ? "" : "OR c.id IN (:unindexed)", bits),
        parameters);
  }

  /// The conversations that are found by messages which are in no block yet.
  private List<String> unindexed(String owner, String text) {
    return jdbc.sql(
            """
            SELECT DISTINCT m.conversation_id
            FROM messages m STRAIGHT_JOIN conversations c ON c.id = m.conversation_id
            WHERE m.unindexed = TRUE AND c.owner_id = :owner
              AND LOCATE(LOWER(:text), LOWER(m.content)) > 0
            """)
        .param("owner", owner)
        .param("text", text)
        .query(String.class)
        .list();
  }

  @Override
  public boolean isBehind() {
    return blocks.isBehind();
  }

  @Override
  public void catchUp() {
    blocks.catchUp();
  }
}
