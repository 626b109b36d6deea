package dev.parley.conversation;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which conversations are old, and their SQL.
@Component
class OldConversationRows {

  private static final long DAY = Duration.ofDays(1).toMillis();

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
              .param("gone", GoneConversations.owner(conversation.id))
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
}
