package dev.parley.conversation;

import dev.parley.answer.Part;
import dev.parley.answer.SavedText;
import dev.parley.node.ThisNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the text of answers that are being written: what came of all of a node's in one interval
/// stands in one row, as JSON, because a row for each would cost as much as everything else that is
/// done for a token.
@Component
class SavedParts implements SavedText {

  /// UTF-16 units in a row, from which on the next is begun.
  private static final int ROW = 250_000;

  private record Row(long n, String parts) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ThisNode node;

  SavedParts(JdbcClient jdbc, JsonMapper json, ThisNode node) {
    this.jdbc = jdbc;
    this.json = json;
    this.node = node;
  }

  @Override
  @Transactional
  public void add(List<Part> parts) {
    if (node.holdsLease()) {
      insert(parts);
    }
  }

  @Override
  @Transactional
  public void replace(List<Part> parts) {
    delete(node.id());
    if (node.holdsLease()) {
      insert(parts);
    }
  }

  /// Forgets what a node has saved.
  @Transactional
  public void forget(String nodeId) {
    delete(nodeId);
  }

  private void delete(String nodeId) {
    jdbc.sql("DELETE FROM answer_parts WHERE node_id = :node").param("node", nodeId).update();
  }

  /// Forgets what whoever has saved.
  @Transactional
  public void forgetAll() {
    jdbc.sql("DELETE FROM answer_parts").update();
  }

  /// Forgets what was saved by nodes that are no more.
  @Transactional
  public void forgetLeftBehind() {
    jdbc.sql(
            """
            DELETE FROM answer_parts
            WHERE node_id IS NULL OR node_id NOT IN (SELECT id FROM nodes)
            """)
        .update();
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
    jdbc.sql("INSERT INTO answer_parts (node_id, parts) VALUES (:node, :parts)")
        .param("node", node.id())
        .param("parts", json.writeValueAsString(parts))
        .update();
  }

  @Override
  public Since since(String nodeId, long n) {
    var rows =
        jdbc.sql("SELECT n, parts FROM answer_parts WHERE node_id = :node AND n > :n ORDER BY n")
            .param("node", nodeId)
            .param("n", n)
            .query(Row.class)
            .list();
    var parts = rows.stream().flatMap(row -> Arrays.stream(parts(row.parts)));
    return new Since(rows.isEmpty() ? n : rows.getLast().n, parts.toList());
  }

  /// What was saved of these answers by whatever node, by their ids.
  Map<String, String> read(Set<String> answerIds) {
    var rows = jdbc.sql("SELECT parts FROM answer_parts ORDER BY n").query(String.class).list();
    return joined(answerIds, rows.stream().flatMap(row -> Arrays.stream(parts(row))));
  }

  /// What a node has saved of these answers, by their ids.
  Map<String, String> read(Set<String> answerIds, String nodeId) {
    return joined(answerIds, since(nodeId, 0).parts().stream());
  }

  /// Puts parts together by where they stand. What was saved may be among later parts once more:
  /// where nobody heard that it was, it is saved again.
  private static Map<String, String> joined(Set<String> answerIds, Stream<Part> parts) {
    var texts = new HashMap<String, String>();
    parts
        .filter(part -> answerIds.contains(part.answerId()))
        .forEach(part -> texts.merge(part.answerId(), part.text(), (had, _) -> with(had, part)));
    return texts;
  }

  private static String with(String had, Part part) {
    return had.substring(0, Math.min(part.from(), had.length())) + part.text();
  }

  private Part[] parts(String row) {
    return json.readValue(row, Part[].class);
  }
}
