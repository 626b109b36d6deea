package dev.parley.conversation;

import dev.parley.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds conversations by a piece of their title or of their messages.
@Component
class Search {

  private final JdbcClient jdbc;
  private final TextIndex index;

  Search(JdbcClient jdbc, TextIndex index) {
    this.jdbc = jdbc;
    this.index = index;
  }

  /// Newest activity first.
  Page<Conversation> find(
      String owner, String text, boolean archived, int limit, @Nullable String cursor) {
    var finds = index.finds(text);
    var after = Conversations.Position.of(cursor);
    var rows =
        jdbc.sql(
                """
                SELECT c.activity, %s
                FROM conversations c
                WHERE %s
                  AND %s
                %s
                """
                    .formatted(
                        ConversationRow.COLUMNS,
                        Conversations.OF_PAGE,
                        finds.sql(),
                        Conversations.IN_ORDER))
            .param("owner", owner)
            .param("archived", archived)
            .param("activity", after.activity())
            .param("id", after.id())
            .params(finds.parameters())
            .param("limit", limit + 1)
            .query(Conversations.Listed::of)
            .list();
    return Conversations.Listed.page(rows, limit);
  }
}
