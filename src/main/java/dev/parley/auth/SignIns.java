package dev.parley.auth;

import dev.parley.web.Cursor;
import dev.parley.web.Page;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where an account is signed in.
@Component
class SignIns {

  private final JdbcClient jdbc;
  private final Clock clock;

  SignIns(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The sessions that hold, newest first.
  Page<SignIn> list(Caller.Member member, int limit, @Nullable String cursor) {
    var rows =
        jdbc.sql(
                """
                SELECT id, device, address, created_at, last_used_at
                FROM sessions
                WHERE user_id = :user AND id < :before AND ended_at IS NULL AND expires_at > :now
                ORDER BY id DESC
                LIMIT :limit
                """)
            .param("user", member.accountId())
            .param("before", cursor == null ? "login_~" : Cursor.parts(cursor, 1).getFirst())
            .param("now", clock.millis())
            .param("limit", limit + 1)
            .query(
                (row, _) ->
                    new SignIn(
                        row.getString("id"),
                        row.getString("device"),
                        row.getString("address"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("last_used_at")),
                        row.getString("id").equals(member.sessionId())))
            .list();
    return Page.of(rows, limit, last -> Cursor.of(last.id()));
  }
}
