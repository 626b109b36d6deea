package dev.parley.conversation;

import dev.parley.web.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds conversations by a piece of their title or of their messages, whatever its script and
/// case. What is looked for is text alone: it knows no wildcards or operators.
@Component
class Search {

  /// The index is made of pieces of three characters; what is shorter is looked for in the owner's
  /// texts themselves.
  private static final int INDEXED = 3;

  private static final int SPELLINGS = 4;

  private final JdbcClient jdbc;

  Search(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest activity first.
  Page<Conversation> find(
      String owner, String text, boolean archived, int limit, @Nullable String cursor) {
    var indexed = text.codePointCount(0, text.length()) >= INDEXED;
    var after = Conversations.Position.of(cursor);
    var rows =
        jdbc.sql(
                """
                SELECT c.activity, %s
                FROM conversations c
                WHERE c.owner_id = :owner AND c.archived = :archived
                  AND (c.activity, c.id) < (:activity, :id)
                  AND %s
                ORDER BY c.activity DESC, c.id DESC
                LIMIT :limit
                """
                    .formatted(Conversation.COLUMNS, indexed ? IN_THE_INDEX : IN_THE_TEXTS))
            .param("owner", owner)
            .param("archived", archived)
            .param("activity", after.activity())
            .param("id", after.id())
            .params(indexed ? Map.of("phrase", phrase(text)) : spellings(text))
            .param("limit", limit + 1)
            .query(
                (row, _) -> new Conversations.Listed(row.getLong("activity"), Conversation.of(row)))
            .list();
    return Conversations.Listed.page(rows, limit);
  }

  private static final String IN_THE_INDEX =
      """
      (c.n IN (SELECT rowid FROM conversations_text WHERE conversations_text MATCH :phrase)
        OR c.id IN (
          SELECT m.conversation_id
          FROM messages_text t JOIN messages m ON m.n = t.rowid
          WHERE messages_text MATCH :phrase))""";

  private static final String IN_THE_TEXTS =
      """
      (%s OR EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND (%s)))"""
          .formatted(holdsASpelling("c.title"), holdsASpelling("m.content"));

  /// A phrase of the index's language that stands for the text itself.
  private static String phrase(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String holdsASpelling(String column) {
    return IntStream.range(0, SPELLINGS)
        .mapToObj(n -> "INSTR(%s, :text%d) > 0".formatted(column, n))
        .collect(Collectors.joining(" OR "));
  }

  /// One or two characters in small and capital letters: SQLite itself knows the case of ASCII
  /// alone.
  private static Map<String, String> spellings(String text) {
    var spellings = List.of("");
    for (var character : text.codePoints().toArray()) {
      var cases =
          List.of(
              Character.toString(Character.toLowerCase(character)),
              Character.toString(Character.toUpperCase(character)));
      spellings = spellings.stream().flatMap(begun -> cases.stream().map(begun::concat)).toList();
    }
    var parameters = new HashMap<String, String>();
    for (var n = 0; n < SPELLINGS; n++) {
      parameters.put("text" + n, spellings.get(n % spellings.size()));
    }
    return parameters;
  }
}
