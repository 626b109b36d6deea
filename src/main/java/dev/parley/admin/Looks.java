package dev.parley.admin;

import dev.parley.auth.Caller;
import dev.parley.auth.Looked;
import dev.parley.platform.Ids;
import dev.parley.web.Cursor;
import dev.parley.web.NotFound;
import dev.parley.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who has looked at what an account holds, for its owner to see. The record has each look as well,
/// and keeps it when the account is gone.
@Component
class Looks {

  static final String CONVERSATIONS = "conversations_listed";
  static final String CONVERSATION = "conversation_read";

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Looks(JdbcClient jdbc, Ids ids, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /// Notes a look at the list of an account's conversations.
  ///
  /// @throws NotFound where there is no such account
  @Transactional
  public void atAccount(Caller.Admin admin, String accountId) {
    add(accountId, null);
    events.publishEvent(new Looked(admin.accountId(), CONVERSATIONS, accountId));
  }

  /// Notes a look into a conversation.
  ///
  /// @return the account that it belongs to
  /// @throws NotFound where there is no such conversation of an account
  @Transactional
  public String atConversation(Caller.Admin admin, String conversationId) {
    var owner =
        jdbc.sql("SELECT user_id FROM conversations WHERE id = :id AND user_id = owner_id")
            .param("id", conversationId)
            .query(String.class)
            .optional()
            .orElseThrow(NotFound::new);
    add(owner, conversationId);
    events.publishEvent(new Looked(admin.accountId(), CONVERSATION, conversationId));
    return owner;
  }

  private void add(String accountId, @Nullable String conversationId) {
    var rows =
        jdbc.sql(
                """
                INSERT INTO looks (id, user_id, conversation_id, at)
                SELECT :id, u.id, :conversation, :now
                FROM users u
                WHERE u.id = :account AND u.status <> 'deleted'
                """)
            .param("id", ids.next("look"))
            .param("account", accountId)
            .param("conversation", conversationId)
            .param("now", clock.millis())
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
  }

  /// Those at an account, newest first.
  Page<Look> list(String accountId, int limit, @Nullable String cursor) {
    var before = cursor == null ? "look_~" : Cursor.parts(cursor, 1).getFirst();
    return Page.of(few(accountId, before, limit + 1), limit, last -> Cursor.of(last.id()));
  }

  List<Look> few(String accountId, String before, int few) {
    return jdbc.sql(
            """
            SELECT id, at, conversation_id FROM looks
            WHERE user_id = :account AND id < :before
            ORDER BY id DESC
            LIMIT :few
            """)
        .param("account", accountId)
        .param("before", before)
        .param("few", few)
        .query(
            (row, _) ->
                new Look(
                    row.getString("id"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("conversation_id")))
        .list();
  }
}
