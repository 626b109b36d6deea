package dev.parley.conversation;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Conversations that are being deleted. They are taken from their owners first, so that nobody
/// sees one half deleted or goes on with it; then their rows go a few at a time, so that nobody
/// waits long, and they with the last.
@Component
class GoneConversations {

  private static final int FEW = 100;

  /// Begins the owner of a conversation that is being deleted.
  private static final String OWNER = "gone_";

  private static final Map<String, String> ALL =
      Map.of("first", OWNER, "end", OWNER + Character.MAX_VALUE);

  private final JdbcClient jdbc;
  private final FewRows rows;

  GoneConversations(JdbcClient jdbc, FewRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /// Whose one is while it is being deleted.
  static String owner(String id) {
    return OWNER + id;
  }

  /// Deletes a few rows of one, and it with the last.
  ///
  /// @return whether there may be more
  @Transactional
  public boolean deleteFew(String id) {
    if (rows.delete("c.id = :id", Map.of("id", id), FEW) == FEW) {
      return true;
    }
    jdbc.sql("DELETE FROM conversations WHERE id = :id").param("id", id).update();
    return false;
  }

  /// Deletes a few messages of any of them, and then of what the text index has of them.
  ///
  /// @return how many rows it were
  @Transactional
  public int deleteFewMessages(int few) {
    return rows.delete("c.owner_id > :first AND c.owner_id < :end", ALL, few);
  }

  /// Deletes a few of them, which have no messages any more.
  ///
  /// @return how many it were
  @Transactional
  public int deleteFew(int few) {
    return jdbc.sql(
            """
            DELETE FROM conversations
            WHERE n IN (
              SELECT n FROM (
                SELECT n FROM conversations
                WHERE owner_id > :first AND owner_id < :end
                LIMIT :few) few)
            """)
        .params(ALL)
        .param("few", few)
        .update();
  }
}
