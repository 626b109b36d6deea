package dev.parley.auth;

import dev.parley.platform.Holding;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where an account is and was signed in, for its export.
@Component
class SessionHolding implements Holding {

  private static final int FEW = 100;

  private record Row(String id, Instant createdAt, Instant lastUsedAt, @Nullable Instant endedAt) {}

  private final JdbcClient jdbc;

  SessionHolding(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public void tell(String accountId, Consumer<Object> rows) {
    var page = page(accountId, "");
    while (!page.isEmpty()) {
      page.forEach(rows);
      page = page(accountId, page.getLast().id);
    }
  }

  private List<Row> page(String accountId, String after) {
    return jdbc.sql(
            """
            SELECT id, created_at, last_used_at, ended_at
            FROM sessions
            WHERE user_id = :user AND id > :after
            ORDER BY id
            LIMIT :few
            """)
        .param("user", accountId)
        .param("after", after)
        .param("few", FEW)
        .query(
            (row, _) ->
                new Row(
                    row.getString("id"),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    Instant.ofEpochMilli(row.getLong("last_used_at")),
                    row.getObject("ended_at") instanceof Number at
                        ? Instant.ofEpochMilli(at.longValue())
                        : null))
        .list();
  }
}
