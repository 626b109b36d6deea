package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// FTS5, by trigrams.
@Component
@OnDatabase(DatabaseKind.SQLITE)
class SqliteTextIndex implements TextIndex {

  private static final int SPELLINGS = 4;

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

  @Override
  public Condition holds(String text) {
    return text.codePointCount(0, text.length()) >= INDEXED
        ? new Condition(IN_THE_INDEX, Map.of("phrase", phrase(text)))
        : new Condition(IN_THE_TEXTS, spellings(text));
  }

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
