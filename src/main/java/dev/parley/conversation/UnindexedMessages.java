package dev.parley.conversation;

import dev.parley.platform.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The messages that are not in the text index yet. Answers that are being written do not count.
@Component
class UnindexedMessages {

  /// So many are taken at one time, if they are short.
  private static final int FEW = 200;

  /// Or so many characters, or one message: some 10 to 20 ms, in which nobody else writes where one
  /// does at a time.
  private static final int MUCH = 100_000;

  /// So many texts are read at one time. The drivers of the servers hold all that they are given at
  /// once, and each may be a megabyte.
  private static final int TEXTS = 10;

  record Unindexed(long n, String conversationId, String content) {}

  private final JdbcClient jdbc;
  private final Dialect dialect;

  UnindexedMessages(JdbcClient jdbc, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  boolean areThere() {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT 1 FROM messages WHERE unindexed = TRUE AND status <> 'in_progress')
            """)
        .query(Boolean.class)
        .single();
  }

  /// Takes a few that nobody else has taken, for as long as the transaction lasts. Those of one
  /// conversation come in their order.
  List<Unindexed> take() {
    var next = next();
    var messages = new ArrayList<Unindexed>();
    var room = MUCH;
    for (var from = 0; from < next.size() && room > 0; from += TEXTS) {
      var some = next.subList(from, Math.min(next.size(), from + TEXTS));
      for (var message : read(some, room)) {
        messages.add(message);
        room -= message.content.length();
      }
    }
    return messages;
  }

  private List<Long> next() {
    return jdbc.sql(
            """
            SELECT n
            FROM messages
            WHERE unindexed = TRUE AND status <> 'in_progress'
            ORDER BY conversation_id, n
            LIMIT :few
            """
                + dialect.holdFree())
        .param("few", FEW)
        .query(Long.class)
        .list();
  }

  /// The first of some, until they have so many characters.
  private List<Unindexed> read(List<Long> some, int room) {
    ResultSetExtractor<List<Unindexed>> first = rows -> first(rows, room);
    return jdbc.sql(
            """
            SELECT n, conversation_id, content
            FROM messages
            WHERE n IN (:some)
            ORDER BY n
            """)
        .param("some", filledUp(some, TEXTS))
        .query(first);
  }

  private static List<Unindexed> first(ResultSet rows, int room) throws SQLException {
    var messages = new ArrayList<Unindexed>();
    for (var length = 0; length < room && rows.next(); ) {
      var columns = new Columns(rows);
      var message = new Unindexed(columns.number(), columns.text(), columns.text());
      messages.add(message);
      length += message.content.length();
    }
    return messages;
  }

  /// Notes that these are in the index.
  void remove(List<Unindexed> messages) {
    if (!messages.isEmpty()) {
      jdbc.sql("UPDATE messages SET unindexed = NULL WHERE n IN (:some)")
          .param("some", filledUp(messages.stream().map(Unindexed::n).toList(), FEW))
          .update();
    }
  }

  /// The same statement for however many, so that it stays prepared.
  private static List<Long> filledUp(List<Long> some, int length) {
    var numbers = new ArrayList<>(some);
    numbers.addAll(Collections.nCopies(length - some.size(), some.getLast()));
    return numbers;
  }
}
