package dev.parley.endurance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has to hold in the database of a server that has just been started and does nothing yet.
final class StoredState {

  /// What may never be, each as a query that finds where it is.
  private static final Map<String, String> NEVER = new LinkedHashMap<>();

  static {
    NEVER.put(
        "an answer that nobody writes is in progress",
        "SELECT id FROM messages WHERE status = 'in_progress'");
    NEVER.put(
        "a question has not one answer",
        """
        SELECT q.id
        FROM messages q
        LEFT JOIN messages a ON a.parent_id = q.id
        WHERE q.role = 'user'
        GROUP BY q.id
        HAVING COUNT(a.id) <> 1
        """);
    NEVER.put(
        "an answer has no question",
        """
        SELECT a.id
        FROM messages a
        LEFT JOIN messages q ON q.id = a.parent_id AND q.conversation_id = a.conversation_id
        WHERE a.role = 'assistant' AND q.id IS NULL
        """);
    NEVER.put(
        "a conversation counts other messages than it has",
        """
        SELECT id
        FROM conversations c
        WHERE message_count <> (SELECT COUNT(*) FROM messages WHERE conversation_id = c.id)
        """);
    NEVER.put(
        "a session has not one refresh token to spend",
        """
        SELECT s.id
        FROM sessions s
        LEFT JOIN refresh_tokens t ON t.session_id = s.id AND t.spent_at IS NULL
        WHERE s.ended_at IS NULL
        GROUP BY s.id
        HAVING COUNT(t.token_hash) <> 1
        """);
    NEVER.put(
        "something is held for an answer that has ended",
        """
        SELECT answer_id
        FROM ledger
        GROUP BY answer_id
        HAVING COUNT(*) <> 2
        """);
    NEVER.put(
        "a balance is not the sum of the ledger",
        """
        SELECT b.subject
        FROM balances b
        LEFT JOIN ledger l ON l.subject = b.subject AND l.day = b.day
        GROUP BY b.subject, b.day_questions, b.day_tokens, b.day_cost
        HAVING b.day_questions <> COALESCE(SUM(l.questions), 0)
          OR b.day_tokens <> COALESCE(SUM(l.tokens), 0)
          OR b.day_cost <> COALESCE(SUM(l.cost), 0)
        """);
  }

  private StoredState() {}

  /// Everything that is not as it should be.
  static List<String> faults(Connection connection) throws SQLException {
    var faults = new ArrayList<String>();
    for (var never : NEVER.entrySet()) {
      var found = first(connection, never.getValue());
      if (found != null) {
        faults.add(never.getKey() + ": " + found);
      }
    }
    if (connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
      var integrity = first(connection, "PRAGMA integrity_check");
      if (!"ok".equals(integrity)) {
        faults.add("the file is damaged: " + integrity);
      }
      var loose = first(connection, "PRAGMA foreign_key_check");
      if (loose != null) {
        faults.add("a row hangs on nothing in " + loose);
      }
    }
    return faults;
  }

  /// How many rows there are in a table.
  static long rows(Connection connection, String table) throws SQLException {
    return Long.parseLong(String.valueOf(first(connection, "SELECT COUNT(*) FROM " + table)));
  }

  private static @Nullable String first(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }
}
