package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.util.Map;
import org.springframework.stereotype.Component;

/// `LIKE`, which the indexes of pg_trgm find. Small and capital letters are made alike by `folded`,
/// a function of ours that the indexes are made with.
@Component
@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresTextIndex implements TextIndex {

  private static final String IN_THE_INDEX =
      """
      (folded(c.title) LIKE folded(:pattern)
        OR c.id IN (
          SELECT m.conversation_id
          FROM conversations own JOIN messages m ON m.conversation_id = own.id
          WHERE own.owner_id = :owner AND folded(m.content) LIKE folded(:pattern)))""";

  private static final String IN_THE_TEXTS =
      """
      (folded(c.title) LIKE folded(:pattern)
        OR EXISTS (
          SELECT 1 FROM messages m
          WHERE m.conversation_id = c.id AND folded(m.content) LIKE folded(:pattern)))""";

  @Override
  public Condition holds(String owner, String text) {
    var indexed = text.codePointCount(0, text.length()) >= INDEXED;
    return new Condition(
        indexed ? IN_THE_INDEX : IN_THE_TEXTS, Map.of("pattern", "%" + literal(text) + "%"));
  }

  /// PostgreSQL has a list of its own for them (`fastupdate`).
  @Override
  public boolean isBehind() {
    return false;
  }

  @Override
  public void catchUp() {}

  /// A pattern that stands for the text itself.
  private static String literal(String text) {
    return text.replaceAll("[\\\\%_]", "\\\\$0");
  }
}
