package dev.parley.conversation;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The steps of [OldConversations] and their SQL.
@Component
class OldConversationRows {

  private static final long DAY = Duration.ofDays(1).toMillis();

  /// Begins the owner of a conversation that is being deleted.
  private static final String GONE = "gone_";

  private static final String TAKEN = "c.owner_id > :gone AND c.owner_id < :end";

  /// A conversation that is due, as long as it stays as it was read.
  private record Due(String id, String ownerId, long updatedAt) {}

  private final JdbcClient jdbc;

  OldConversationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How many are due.
  ///
  /// @param now milliseconds since 1970
  /// @param longest how long any is kept; zero for ever
  int count(long now, Duration longest) {
    return due("COUNT(*)", "", now, longest).query(Integer.class).single();
  }

  /// Takes a few that are due from their owners.
  ///
  /// @return how many it were
  @Transactional
  public int takeFew(long now, Duration longest, int few) {
    var taken = 0;
    for (var conversation : find(now, longest, few)) {
      taken +=
          jdbc.sql(
                  """
                  UPDATE conversations SET owner_id = :gone
                  WHERE id = :id AND owner_id = :owner AND updated_at = :updated
                  """)
              .param("gone", GONE + conversation.id)
              .param("id", conversation.id)
              .param("owner", conversation.ownerId)
              .param("updated", conversation.updatedAt)
              .update();
    }
    return taken;
  }

  private List<Due> find(long now, Duration longest, int few) {
    return due("c.id, c.owner_id, c.updated_at", "LIMIT :few", now, longest)
        .param("few", few)
        .query(Due.class)
        .list();
  }

  /// Accounts that say nothing are looked at only where the server does.
  private StatementSpec due(String columns, String end, long now, Duration longest) {
    return jdbc.sql(
            """
            SELECT %s
            FROM users u
            JOIN conversations c ON c.user_id = u.id AND c.owner_id = u.id
            WHERE %s
              AND c.updated_at < :now - :day * CASE
                WHEN u.conversation_days < :longest THEN u.conversation_days
                ELSE :longest
              END
            %s
            """
                .formatted(columns, longest.isZero() ? "u.conversation_days > 0" : "1 = 1", end))
        .param("now", now)
        .param("day", DAY)
        .param("longest", longest.isZero() ? Integer.MAX_VALUE : longest.toDays());
  }

  /// Deletes a few messages of those that were taken, and then of what the text index has of them.
  ///
  /// @return how many rows it were
  @Transactional
  public int deleteFewMessages(int few) {
    var messages = gone(FewRows.ofMessages(TAKEN), few);
    return messages < few ? messages + gone(FewRows.ofBlocks(TAKEN), few - messages) : messages;
  }

  /// Deletes a few of those that were taken, which have no messages any more.
  ///
  /// @return how many it were
  @Transactional
  public int deleteFew(int few) {
    return gone(
        """
        DELETE FROM conversations
        WHERE n IN (
          SELECT n FROM (
            SELECT n FROM conversations
            WHERE owner_id > :gone AND owner_id < :end
            LIMIT :few) few)
        """,
        few);
  }

  private int gone(String sql, int few) {
    return jdbc.sql(sql)
        .param("gone", GONE)
        .param("end", GONE + Character.MAX_VALUE)
        .param("few", few)
        .update();
  }
}
