package dev.parley.conversation;

import dev.parley.platform.Dialect;
import dev.parley.platform.Ids;
import dev.parley.web.Cursor;
import dev.parley.web.NotFound;
import dev.parley.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The conversations and their SQL. Each is asked for with its owner.
@Component
class Conversations {

  /// A condition: conversations `c` that may be on a page.
  static final String OF_PAGE =
      """
      c.owner_id = :owner AND c.archived = :archived
        AND c.activity <= :activity AND (c.activity < :activity OR c.id < :id)""";

  /// Ends a query for the conversations of a page: newest activity first.
  static final String IN_ORDER = "ORDER BY c.activity DESC, c.id DESC LIMIT :limit";

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Dialect dialect;
  private final GoneConversations gone;

  Conversations(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      Dialect dialect,
      ApplicationEventPublisher events,
      GoneConversations gone) {
    this.gone = gone;
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /// Makes a conversation.
  ///
  /// @param id the one that it is to have
  @Transactional
  public Conversation create(
      String owner,
      String id,
      @Nullable String title,
      String model,
      @Nullable String developerMessage) {
    jdbc.sql(
            """
            INSERT INTO conversations
              (id, owner_id, user_id, title, model, developer_message, activity, created_at, updated_at)
            SELECT :id, :owner, :owner, :title, :model, :developer, COALESCE(MAX(activity), 0) + 1, :now, :now
            FROM conversations
            WHERE owner_id = :owner
            """)
        .param("id", id)
        .param("owner", owner)
        .param("title", title)
        .param("model", model)
        .param("developer", developerMessage)
        .param("now", clock.millis())
        .update();
    return require(owner, id);
  }

  /// The id of the conversation of which its owner has one.
  Optional<String> findThread(String owner, Kind kind) {
    return jdbc.sql("SELECT id FROM conversations WHERE owner_id = :owner AND kind = :kind")
        .param("owner", owner)
        .param("kind", kind.word())
        .query(String.class)
        .optional();
  }

  /// Gives the conversation of a guest session to an account.
  @Transactional
  public void give(String session, String account) {
    jdbc.sql(
            """
            UPDATE conversations
            SET owner_id = :account, user_id = :account, session_id = NULL, kind = 'chat',
              activity = (
                SELECT n FROM (
                  SELECT COALESCE(MAX(activity), 0) + 1 AS n FROM conversations
                  WHERE owner_id = :account) next)
            WHERE owner_id = :session
            """)
        .param("account", account)
        .param("session", session)
        .update();
    events.publishEvent(new ConversationHappening.SessionClaimed(account, session));
  }

  /// Makes a conversation of which its owner has one, unless there is one.
  @Transactional
  public void createThread(String owner, Kind kind, String model) {
    var isGuest = kind == Kind.GUEST;
    var insert =
        jdbc.sql(
                """
                INSERT INTO conversations
                  (id, owner_id, user_id, session_id, kind, model, activity, created_at, updated_at)
                SELECT :id, :owner, :user, :session, :kind, :model,
                  COALESCE(MAX(activity), 0) + 1, :now, :now
                FROM conversations
                WHERE owner_id = :owner
                """
                    + dialect.unlessThere())
            .param("id", ids.next("conv"))
            .param("owner", owner)
            .param("user", isGuest ? null : owner)
            .param("session", isGuest ? owner : null)
            .param("kind", kind.word())
            .param("model", model)
            .param("now", clock.millis());
    Dialect.isNew(insert::update);
  }

  Optional<Conversation> find(String owner, String id) {
    return find(owner, id, "");
  }

  private Optional<Conversation> find(String owner, String id, String suffix) {
    return jdbc.sql(
            """
            SELECT %s
            FROM conversations c
            WHERE c.id = :id AND c.owner_id = :owner
            """
                    .formatted(ConversationRow.COLUMNS)
                + suffix)
        .param("id", id)
        .param("owner", owner)
        .query((row, _) -> ConversationRow.of(new Columns(row)))
        .optional();
  }

  /// @throws NotFound where it is not there, or somebody else's
  Conversation require(String owner, String id) {
    return find(owner, id).orElseThrow(NotFound::new);
  }

  /// Newest activity first.
  Page<Conversation> list(String owner, boolean archived, int limit, @Nullable String cursor) {
    var after = Position.of(cursor);
    var rows =
        jdbc.sql(
                """
                SELECT c.activity, %s
                FROM conversations c
                WHERE %s
                %s
                """
                    .formatted(ConversationRow.COLUMNS, OF_PAGE, IN_ORDER))
            .param("owner", owner)
            .param("archived", archived)
            .param("activity", after.activity())
            .param("id", after.id())
            .param("limit", limit + 1)
            .query(Listed::of)
            .list();
    return Listed.page(rows, limit);
  }

  /// Changes what is given.
  ///
  /// @throws NotFound where it is not there, or somebody else's
  @Transactional
  public Conversation change(String owner, String id, Change change) {
    var before = find(owner, id, dialect.hold()).orElseThrow(NotFound::new);
    jdbc.sql(
            """
            UPDATE conversations
            SET title = :title, model = :model, developer_message = :developer, archived = :archived,
              updated_at = :now
            WHERE id = :id AND owner_id = :owner
            """)
        .param("id", id)
        .param("owner", owner)
        .param("title", change.title().apply(before.title()))
        .param("model", change.model() == null ? before.model() : change.model())
        .param("developer", change.developerMessage().apply(before.developerMessage()))
        .param("archived", change.archived() == null ? before.archived() : change.archived())
        .param("now", clock.millis())
        .update();
    return require(owner, id);
  }

  /// Deletes it with its messages. Of many, the rest is still to be deleted.
  ///
  /// @return whether there may be more of it
  /// @throws NotFound where it is not there, or somebody else's
  @Transactional
  public boolean delete(String owner, String id) {
    var rows =
        jdbc.sql("UPDATE conversations SET owner_id = :gone WHERE id = :id AND owner_id = :owner")
            .param("gone", GoneConversations.owner(id))
            .param("id", id)
            .param("owner", owner)
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
    events.publishEvent(new ConversationHappening.ConversationDeleted(owner, id));
    return gone.deleteFew(id);
  }

  /// A row of a list, with the key that it is sorted by.
  record Listed(long activity, Conversation conversation) {

    static Listed of(ResultSet row, int number) throws SQLException {
      var columns = new Columns(row);
      return new Listed(columns.number(), ConversationRow.of(columns));
    }

    static Page<Conversation> page(List<Listed> rows, int limit) {
      var page = Page.of(rows, limit, last -> Cursor.of(last.activity, last.conversation.id()));
      return page.map(Listed::conversation);
    }
  }

  /// Where a page begins: after this row.
  record Position(long activity, String id) {

    static Position of(@Nullable String cursor) {
      if (cursor == null) {
        return new Position(Long.MAX_VALUE, "");
      }
      var parts = Cursor.parts(cursor, 2);
      return new Position(Cursor.number(parts.get(0)), parts.get(1));
    }
  }
}
