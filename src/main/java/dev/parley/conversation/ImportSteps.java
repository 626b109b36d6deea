package dev.parley.conversation;

import dev.parley.idempotency.Once;
import dev.parley.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The way of an import from its beginning to its end. Its conversations belong to the import
/// itself; once it is whole they go over to the account, and it may only go on to its end.
@Component
class ImportSteps {

  private static final int FEW = 100;

  /// @param whole whether all of it is stored
  record Left(String id, String accountId, boolean whole) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final FewRows rows;

  ImportSteps(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, FewRows rows) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /// Begins.
  ///
  /// @return the activity of the account's newest conversation
  @Transactional
  public long begin(String id, String accountId) {
    jdbc.sql("INSERT INTO imports (id, user_id, touched_at) VALUES (:id, :account, :now)")
        .param("id", id)
        .param("account", accountId)
        .param("now", clock.millis())
        .update();
    return jdbc.sql(
            "SELECT COALESCE(MAX(activity), 0) FROM conversations WHERE owner_id = :account")
        .param("account", accountId)
        .query(Long.class)
        .single();
  }

  /// Notes that it is whole, and keeps what is answered.
  ///
  /// @throws NotFound where the account is no more
  @Transactional
  public void complete(String id, String accountId, Once.Request once, Object answer) {
    once.keep(answer);
    var updated =
        jdbc.sql("UPDATE imports SET whole_at = :now WHERE id = :id")
            .param("id", id)
            .param("now", clock.millis())
            .update();
    if (updated == 0) {
      throw new NotFound();
    }
    events.publishEvent(new ConversationHappening.ConversationsImported(accountId, id));
  }

  /// Gives the account a few of its conversations.
  ///
  /// @return how many
  @Transactional
  public int giveFew(String id, String accountId) {
    jdbc.sql(
            """
            UPDATE conversations SET kind = 'chat'
            WHERE owner_id = :import AND kind = 'questions' AND EXISTS (
              SELECT 1 FROM (
                SELECT n FROM conversations
                WHERE owner_id = :account AND kind = 'questions'
                LIMIT 1) own)
            """)
        .param("import", id)
        .param("account", accountId)
        .update();
    return jdbc.sql(
            """
            UPDATE conversations SET owner_id = :account
            WHERE n IN (
              SELECT n FROM (SELECT n FROM conversations WHERE owner_id = :import LIMIT :few) few)
            """)
        .param("import", id)
        .param("account", accountId)
        .param("few", FEW)
        .update();
  }

  /// Deletes a few messages or what the text index has of them, or a few conversations that have
  /// neither any more.
  ///
  /// @return how many rows; 0 when there is nothing left
  @Transactional
  public int deleteFew(String id) {
    var some =
        jdbc.sql("SELECT id FROM conversations WHERE owner_id = :import ORDER BY n LIMIT 20")
            .param("import", id)
            .query(String.class)
            .list();
    return some.isEmpty() ? 0 : deleteFew(some);
  }

  private int deleteFew(List<String> conversations) {
    var few = rows.delete("c.id IN (:conversations)", Map.of("conversations", conversations), FEW);
    if (few == FEW) {
      return few;
    }
    return few
        + jdbc.sql("DELETE FROM conversations WHERE id IN (:conversations)")
            .param("conversations", conversations)
            .update();
  }

  @Transactional
  public void end(String id) {
    jdbc.sql("DELETE FROM imports WHERE id = :id").param("id", id).update();
  }

  /// Those of which nothing was stored since a time.
  List<Left> leftSince(long millis) {
    return jdbc.sql(
            """
            SELECT id, user_id AS account_id, whole_at IS NOT NULL AS whole
            FROM imports
            WHERE touched_at < :since
            """)
        .param("since", millis)
        .query(Left.class)
        .list();
  }
}
