package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// FTS5, by trigrams. It knows nothing of owners: what stands in few messages is found by it, and
/// whose they are is looked at afterwards. What stands in many is looked for in the owner's own
/// texts, from the newest conversation on, until a page is full.
///
/// Messages come into the index some time after they were stored; until then they are read
/// themselves. A great many of others may be waiting, so they are not gone through: those that wait
/// are the newest, and the owner's newest are found by conversation.
@Component
@OnDatabase(DatabaseKind.SQLITE)
class SqliteTextIndex implements TextIndex {

  /// The index is made of pieces of three characters; what is shorter is looked for in the owner's
  /// texts themselves.
  private static final int INDEXED = 3;

  /// Messages, of everybody.
  private static final int MANY = 1_000;

  /// How many come into the index at one time: some 20 ms, in which nobody else writes.
  private static final int FEW = 200;

  /// Those that `LIKE` takes for the same as their capital letters.
  private static final Pattern LETTERS = Pattern.compile("[a-z]");

  private static final String IN_THE_INDEX =
      """
      (c.n IN (SELECT rowid FROM conversations_text WHERE conversations_text MATCH :phrase)
        OR c.id IN (
          SELECT m.conversation_id
          FROM messages_text t JOIN messages m ON m.n = t.rowid
          WHERE messages_text MATCH :phrase)
        OR c.id IN (
          SELECT m.conversation_id
          FROM conversations o
            CROSS JOIN messages m
              ON m.conversation_id = o.id AND m.n >= (SELECT MIN(n) FROM messages_unindexed)
          WHERE o.owner_id = :owner
            AND EXISTS (SELECT 1 FROM messages_unindexed u WHERE u.n = m.n)
            AND holds_text(m.content, :text)))""";

  private static final String IN_THE_TEXTS =
      """
      (%s OR EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND %s))""";

  private static final String HOLDS_TITLE = "holds_text(c.title, :text)";
  private static final String HOLDS_CONTENT = "holds_text(m.content, :text)";

  private final JdbcClient jdbc;

  SqliteTextIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Condition holds(String owner, String text) {
    if (text.codePointCount(0, text.length()) < INDEXED) {
      return standsInTexts(Spellings.of(text));
    }
    var phrase = phrase(text);
    return standsInMany(phrase)
        ? new Condition(IN_THE_TEXTS.formatted(HOLDS_TITLE, HOLDS_CONTENT), Map.of("text", text))
        : new Condition(IN_THE_INDEX, Map.of("phrase", phrase, "text", text));
  }

  /// SQLite goes through texts many times as fast where it need not ask us.
  private static Condition standsInTexts(List<String> spellings) {
    var parameters = new HashMap<String, String>();
    var conditions = new ArrayList<String>();
    for (var spelling : spellings) {
      var name = "spelling" + parameters.size();
      var isAnyCase = LETTERS.matcher(spelling).find();
      parameters.put(name, isAnyCase ? pattern(spelling) : spelling);
      conditions.add(
          (isAnyCase ? "%%1$s LIKE :%s ESCAPE '\\'" : "instr(%%1$s, :%s)").formatted(name));
    }
    var holds = "(" + String.join(" OR ", conditions) + ")";
    return new Condition(
        IN_THE_TEXTS.formatted(holds.formatted("c.title"), holds.formatted("m.content")),
        parameters);
  }

  private static String pattern(String text) {
    return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }

  @Override
  public boolean isBehind() {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM messages_unindexed)")
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional
  public void catchUp() {
    var messages =
        jdbc.sql("SELECT n FROM messages_unindexed ORDER BY n LIMIT :few")
            .param("few", FEW)
            .query(Long.class)
            .list();
    if (!messages.isEmpty()) {
      // Between the first and the last there are no others that wait.
      move(
          """
          INSERT INTO messages_text (rowid, content)
          SELECT m.n, m.content
          FROM messages_unindexed u CROSS JOIN messages m ON m.n = u.n
          WHERE u.n BETWEEN :first AND :last
          """,
          messages);
      move("DELETE FROM messages_unindexed WHERE n BETWEEN :first AND :last", messages);
    }
  }

  private void move(String statement, List<Long> messages) {
    jdbc.sql(statement)
        .param("first", messages.getFirst())
        .param("last", messages.getLast())
        .update();
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
