package dev.parley.budget;

import dev.parley.web.Cursor;
import dev.parley.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Reads what was used. Each page is found by an index, and costs no more the longer it goes back.
@Component
class UsageRows {

  /// Where a page begins: below these.
  private record Position(long day, String model, String user) {

    static Position of(LocalDate to, @Nullable String cursor) {
      if (cursor == null) {
        return new Position(to.toEpochDay() + 1, "", "");
      }
      var parts = Cursor.parts(cursor, 3);
      return new Position(
          Cursor.number(parts.get(0)), Cursor.text(parts.get(1)), Cursor.text(parts.get(2)));
    }

    static String after(UsageRow row) {
      var user = row.user() == null ? "" : row.user();
      return Cursor.of(row.day().toEpochDay(), Cursor.part(row.model()), Cursor.part(user));
    }
  }

  private final JdbcClient jdbc;

  UsageRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What all have used, by day and model, the newest day first.
  Page<UsageRow> byModel(LocalDate from, LocalDate to, int limit, @Nullable String cursor) {
    return page(
        jdbc.sql(
            """
            SELECT day, model, NULL AS owner_id,
              SUM(questions) AS questions, SUM(errors) AS errors,
              SUM(input_tokens) AS input_tokens, SUM(output_tokens) AS output_tokens,
              SUM(cost) AS cost, SUM(millis) AS millis,
              SUM(first_texts) AS first_texts, SUM(first_text_millis) AS first_text_millis
            FROM usage_days
            WHERE day >= :from AND day <= :day AND (day < :day OR model < :model)
            GROUP BY day, model
            ORDER BY day DESC, model DESC
            LIMIT :limit
            """),
        from,
        Position.of(to, cursor),
        limit);
  }

  /// The same for each who used it.
  Page<UsageRow> byUser(LocalDate from, LocalDate to, int limit, @Nullable String cursor) {
    var position = Position.of(to, cursor);
    return page(
        jdbc.sql(
                """
                SELECT * FROM usage_days
                WHERE day >= :from AND day <= :day
                  AND (day < :day OR model < :model OR (model = :model AND owner_id < :user))
                ORDER BY day DESC, model DESC, owner_id DESC
                LIMIT :limit
                """)
            .param("user", position.user),
        from,
        position,
        limit);
  }

  /// The same for one.
  Page<UsageRow> ofUser(
      String user, LocalDate from, LocalDate to, int limit, @Nullable String cursor) {
    return page(
        jdbc.sql(
                """
                SELECT * FROM usage_days
                WHERE owner_id = :user AND day >= :from AND day <= :day
                  AND (day < :day OR model < :model)
                ORDER BY day DESC, model DESC
                LIMIT :limit
                """)
            .param("user", user),
        from,
        Position.of(to, cursor),
        limit);
  }

  private static Page<UsageRow> page(
      StatementSpec sql, LocalDate from, Position position, int limit) {
    var rows =
        sql.param("from", from.toEpochDay())
            .param("day", position.day)
            .param("model", position.model)
            .param("limit", limit + 1)
            .query(UsageRow::of)
            .list();
    return Page.of(rows, limit, Position::after);
  }

  /// What an account has used since a day.
  List<UsageRow> since(String user, LocalDate day) {
    return jdbc.sql("SELECT * FROM usage_days WHERE owner_id = :user AND day >= :day")
        .param("user", user)
        .param("day", day.toEpochDay())
        .query(UsageRow::of)
        .list();
  }

  /// What all who share a balance have used since a day.
  Amounts sum(Pool pool, LocalDate day) {
    return jdbc.sql(
            """
            SELECT COALESCE(SUM(questions), 0) AS questions,
              COALESCE(SUM(input_tokens + output_tokens), 0) AS tokens,
              COALESCE(SUM(cost), 0) AS cost
            FROM usage_days
            WHERE day >= :day AND (:all = 1 OR owner_id = 'guests')
            """)
        .param("day", day.toEpochDay())
        .param("all", pool == Pool.EVERYBODY ? 1 : 0)
        .query(Amounts.class)
        .single();
  }
}
