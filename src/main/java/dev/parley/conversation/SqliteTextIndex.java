package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// FTS5, by trigrams. It knows nothing of owners: what stands in few messages is found by it, and
/// whose they are is looked at afterwards. What stands in many is looked for in the owner's own
/// texts, from the newest conversation on, until a page is full.
@Component
@OnDatabase(DatabaseKind.SQLITE)
class SqliteTextIndex implements TextIndex {

  /// Messages, of everybody.
  private static final int MANY = 1_000;

  private static final String IN_THE_INDEX =
      """
      (c.n IN (SELECT rowid FROM conversations_text WHERE conversations_text MATCH :phrase)
        OR c.id IN (
          SELECT m.conversation_id
          FROM messages_text t JOIN messages m ON m.n = t.rowid
          WHERE messages_text MATCH :phrase))""";

  private static final String IN_THE_TEXTS =
      """
      (holds_text(c.title, :text)
        OR EXISTS (
          SELECT 1 FROM messages m
          WHERE m.conversation_id = c.id AND holds_text(m.content, :text)))""";

  private final JdbcClient jdbc;

  SqliteTextIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Condition holds(String text) {
    var phrase = phrase(text);
    return text.codePointCount(0, text.length()) < INDEXED || standsInMany(phrase)
        ? new Condition(IN_THE_TEXTS, Map.of("text", text))
        : new Condition(IN_THE_INDEX, Map.of("phrase", phrase));
  }

  /// A phrase of the index's language that stands for the text itself.
  private static String phrase(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private boolean standsInMany(String phrase) {
    return jdbc.sql(
                """
                SELECT COUNT(*) FROM (
                  SELECT rowid FROM messages_text WHERE messages_text MATCH :phrase LIMIT :many)
                """)
            .param("phrase", phrase)
            .param("many", MANY)
            .query(Integer.class)
            .single()
        == MANY;
  }
}
