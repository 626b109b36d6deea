package dev.parley.conversation;

import dev.parley.model.TokenEstimate;
import dev.parley.web.Invalid;
import dev.parley.web.NotFound;
import dev.parley.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The messages of a conversation one by one, as far as there is a text: one that was deleted keeps
/// its place in the tree, because others follow it.
@Component
class Items {

  private static final String LISTED =
      """
      %s
      SELECT m.depth, %s
      FROM line JOIN messages m ON m.conversation_id = :conversation AND m.branch = line.branch
        AND m.depth <= line.upto
      WHERE m.depth %s :from AND (m.content <> '' OR m.function_calls IS NOT NULL OR m.call_id IS NOT NULL
        OR m.status = 'in_progress')
      ORDER BY m.depth %s
      LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final Conversations conversations;
  private final Tree tree;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Items(
      JdbcClient jdbc,
      Conversations conversations,
      Tree tree,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.conversations = conversations;
    this.tree = tree;
    this.clock = clock;
    this.events = events;
  }

  /// Those of the branch last used.
  ///
  /// @param from the first that is wanted, if there is anything left in it; none: the first, or
  /// the last
  /// @throws Invalid where that is none of the conversation's
  Page<Message> list(
      String owner, String conversationId, boolean newestFirst, @Nullable String from, int limit) {
    var order =
        newestFirst
            ? LISTED.formatted(Messages.LINE, ListedMessage.COLUMNS, "<=", "DESC")
            : LISTED.formatted(Messages.LINE, ListedMessage.COLUMNS, ">=", "ASC");
    var rows =
        jdbc.sql(order)
            .param("owner", owner)
            .param("conversation", conversationId)
            .param("upto", Integer.MAX_VALUE)
            .param("from", place(owner, conversationId, newestFirst, from))
            .param("limit", limit + 1)
            .query(ListedMessage::of)
            .list();
    if (rows.isEmpty()) {
      conversations.require(owner, conversationId);
    }
    // The one that is named was on the page before this one.
    return ListedMessage.page(
            rows,
            limit,
            from == null ? 1 : 2,
            message -> require(owner, conversationId, message.id()))
        .map(ListedMessage::message);
  }

  private int place(
      String owner, String conversationId, boolean newestFirst, @Nullable String from) {
    if (from == null) {
      return newestFirst ? Integer.MAX_VALUE : 0;
    }
    var place =
        jdbc.sql(
                """
                SELECT m.depth
                FROM messages m JOIN conversations c ON c.id = m.conversation_id
                WHERE m.id = :id AND c.id = :conversation AND c.owner_id = :owner
                """)
            .param("id", from)
            .param("conversation", conversationId)
            .param("owner", owner)
            .query(Integer.class)
            .optional();
    if (place.isEmpty()) {
      conversations.require(owner, conversationId);
      throw new Invalid("after", "must name an item of this list");
    }
    return place.get();
  }

  /// @throws NotFound where it is not there, or not in this conversation, or somebody else's
  Message require(String owner, String conversationId, String id) {
    return find(owner, conversationId, id).filter(Message::hasAnything).orElseThrow(NotFound::new);
  }

  private Optional<Message> find(String owner, String conversationId, String id) {
    return jdbc.sql(
            """
            SELECT %s
            FROM messages m JOIN conversations c ON c.id = m.conversation_id
            WHERE m.id = :id AND c.id = :conversation AND c.owner_id = :owner
            """
                .formatted(MessageRow.COLUMNS))
        .param("id", id)
        .param("conversation", conversationId)
        .param("owner", owner)
        .query((row, _) -> MessageRow.of(new Columns(row)))
        .optional();
  }

  /// Adds what was said elsewhere at the end of the branch last used.
  ///
  /// @throws ConversationBusy where an answer is being written there
  @Transactional
  public List<Message> add(String owner, String conversationId, List<Framing.Said> said) {
    var root = tree.hold(owner, conversationId);
    var last = tree.leadingTo(root.id(), Place.endOf(root.branch()), 1);
    if (!last.isEmpty() && last.getFirst().isInProgress()) {
      throw new ConversationBusy();
    }
    var place = last.isEmpty() ? tree.after(root, Place.START) : last.getFirst().place().next();
    var now = Instant.ofEpochMilli(clock.millis());
    var lead = new Lead(root.id(), place, last, said, now);
    tree.add(place, lead.said().toArray(Message[]::new));
    tree.grew(
        owner, root, place.branch(), lead.count(), Titles.of(lead.said()), now.toEpochMilli());
    for (var added : lead.said()) {
      events.publishEvent(new ConversationHappening.MessageAdded(owner, added));
    }
    return lead.said();
  }

  /// Deletes the text of one that is not being written, or a function call of it.
  ///
  /// @param callId none: the text
  /// @throws NotFound where it is not there, or not in this conversation, or somebody else's
  @Transactional
  public void delete(String owner, String conversationId, String id, @Nullable String callId) {
    tree.hold(owner, conversationId);
    var message = require(owner, conversationId, id);
    var text = callId == null ? "" : message.content();
    var calls =
        message.functionCalls().stream().filter(call -> !call.callId().equals(callId)).toList();
    jdbc.sql(
            """
            UPDATE messages
            SET content = :content, tokens = :tokens, function_calls = :calls, call_id = NULL
            WHERE id = :id AND conversation_id = :conversation AND status <> 'in_progress'
            """)
        .param("content", text)
        .param("tokens", TokenEstimate.of(text, calls))
        .param("calls", CallsColumn.write(calls))
        .param("id", id)
        .param("conversation", conversationId)
        .update();
    events.publishEvent(new ConversationHappening.MessageDeleted(owner, id));
  }

  /// What its owner has noted on a conversation.
  ///
  /// @throws NotFound where it is not there, or somebody else's
  Map<String, String> metadata(String owner, String conversationId) {
    return jdbc.sql("SELECT metadata FROM conversations WHERE id = :id AND owner_id = :owner")
        .param("id", conversationId)
        .param("owner", owner)
        .query((row, _) -> Metadata.read(row.getString("metadata")))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /// Notes something in the place of what was noted.
  ///
  /// @throws NotFound where it is not there, or somebody else's
  @Transactional
  public void note(String owner, String conversationId, Map<String, String> metadata) {
    var rows =
        jdbc.sql(
                """
                UPDATE conversations SET metadata = :metadata
                WHERE id = :id AND owner_id = :owner
                """)
            .param("metadata", Metadata.write(metadata))
            .param("id", conversationId)
            .param("owner", owner)
            .update();
    if (rows == 0) {
      throw new NotFound();
    }
  }
}
