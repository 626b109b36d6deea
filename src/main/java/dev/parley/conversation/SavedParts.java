package dev.parley.conversation;

import dev.parley.answer.Part;
import dev.parley.answer.SavedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the text of answers that are being written: what came of all of them in one interval
/// stands in one row, as JSON, because a row for each would cost as much as everything else that is
/// done for a token.
@Component
class SavedParts implements SavedText {

  /// UTF-16 units in a row, from which on the next is begun.
  private static final int ROW = 250_000;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SavedParts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  @Transactional
  public void add(List<Part> parts) {
    insert(parts);
  }

  @Override
  @Transactional
  public void replace(List<Part> parts) {
    jdbc.sql("DELETE FROM answer_parts").update();
    insert(parts);
  }

  private void insert(List<Part> parts) {
    var row = new ArrayList<Part>();
    var length = 0;
    for (var part : parts) {
      row.add(part);
      length += part.text().length();
      if (length >= ROW) {
        insertRow(row);
        row.clear();
        length = 0;
      }
    }
    if (!row.isEmpty()) {
      insertRow(row);
    }
  }

  private void insertRow(List<Part> parts) {
    jdbc.sql("INSERT INTO answer_parts (parts) VALUES (:parts)")
        .param("parts", json.writeValueAsString(parts))
        .update();
  }

  /// What was saved of these answers, by their ids.
  Map<String, String> read(Set<String> answerIds) {
    var texts = new HashMap<String, String>();
    jdbc.sql("SELECT parts FROM answer_parts ORDER BY n").query(String.class).stream()
        .flatMap(row -> Arrays.stream(json.readValue(row, Part[].class)))
        .filter(part -> answerIds.contains(part.answerId()))
        .forEach(part -> texts.merge(part.answerId(), part.text(), String::concat));
    return texts;
  }
}
