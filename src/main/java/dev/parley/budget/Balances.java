package dev.parley.budget;

import dev.parley.platform.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The balances and their SQL. A balance has one row, which begins anew with each day and month
/// that it is touched in; whoever adds to it decides in the same statement whether there is room.
@Component
class Balances {

  private final JdbcClient jdbc;
  private final Dialect dialect;

  Balances(JdbcClient jdbc, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  /// Adds to a balance, if there is room for it.
  ///
  /// @return the day that it counts in: that of a balance whose day has begun already, by the clock
  /// of another node; none where there is no room
  @Transactional(propagation = Propagation.MANDATORY)
  public OptionalLong take(String subject, long today, Amounts amounts, Allowance allowance) {
    if (addWithin(subject, today, amounts, allowance)) {
      return OptionalLong.of(today);
    }
    var day = turn(subject, today);
    return addWithin(subject, day, amounts, allowance)
        ? OptionalLong.of(day)
        : OptionalLong.empty();
  }

  private boolean addWithin(String subject, long day, Amounts amounts, Allowance allowance) {
    return amounts(
                """
            UPDATE balances
            SET day_questions = day_questions + :questions,
              day_tokens = day_tokens + :tokens,
              day_cost = day_cost + :cost,
              month_questions = month_questions + :questions,
              month_tokens = month_tokens + :tokens,
              month_cost = month_cost + :cost
            WHERE subject = :subject AND day = :day
              AND day_questions <= :day_questions - :questions
              AND day_tokens <= :day_tokens - :tokens
              AND day_cost <= :day_cost - :cost
              AND month_questions <= :month_questions - :questions
              AND month_tokens <= :month_tokens - :tokens
              AND month_cost <= :month_cost - :cost
            """,
                subject,
                day,
                amounts)
            .param("day_questions", allowance.day().questions())
            .param("day_tokens", allowance.day().tokens())
            .param("day_cost", allowance.day().cost())
            .param("month_questions", allowance.month().questions())
            .param("month_tokens", allowance.month().tokens())
            .param("month_cost", allowance.month().cost())
            .update()
        == 1;
  }

  /// Corrects a balance by what turned out differently, where it is still that of the day and
  // month.
  @Transactional(propagation = Propagation.MANDATORY)
  public void correct(String subject, long day, Amounts by) {
    if (!add(subject, day, by)) {
      turn(subject, day);
      add(subject, day, by);
    }
  }

  private boolean add(String subject, long day, Amounts amounts) {
    return amounts(
                """
            UPDATE balances
            SET day_questions = day_questions + CASE WHEN day = :day THEN :questions ELSE 0 END,
              day_tokens = day_tokens + CASE WHEN day = :day THEN :tokens ELSE 0 END,
              day_cost = day_cost + CASE WHEN day = :day THEN :cost ELSE 0 END,
              month_questions = month_questions + CASE WHEN month = :month THEN :questions ELSE 0 END,
              month_tokens = month_tokens + CASE WHEN month = :month THEN :tokens ELSE 0 END,
              month_cost = month_cost + CASE WHEN month = :month THEN :cost ELSE 0 END
            WHERE subject = :subject AND day >= :day
            """,
                subject,
                day,
                amounts)
            .param("month", Balance.month(day))
            .update()
        == 1;
  }

  /// Makes a balance that of today, if there is none or it is that of another day.
  ///
  /// @return its day, which is that of tomorrow if another node has turned it to that
  private long turn(String subject, long today) {
    var day = find(subject).day();
    if (day == today || day == today + 1) {
      return day;
    }
    if (!insert(subject, today, Amounts.ZERO, Amounts.ZERO)) {
      turnPage(subject, today);
    }
    return today;
  }

  /// Makes a balance, where there is none.
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(String subject, long day, Amounts inDay, Amounts inMonth) {
    insert(subject, day, inDay, inMonth);
  }

  private boolean insert(String subject, long day, Amounts inDay, Amounts inMonth) {
    var insert =
        jdbc.sql(
                """
                INSERT INTO balances (
                  subject, day, day_questions, day_tokens, day_cost,
                  month, month_questions, month_tokens, month_cost)
                VALUES (:row)
                """
                    + dialect.unlessThere())
            .param(
                "row",
                List.of(
                    subject,
                    day,
                    inDay.questions(),
                    inDay.tokens(),
                    inDay.cost(),
                    Balance.month(day),
                    inMonth.questions(),
                    inMonth.tokens(),
                    inMonth.cost()));
    return Dialect.isNew(insert::update);
  }

  /// A balance of a day far ahead comes from a clock that was wrong.
  private void turnPage(String subject, long today) {
    jdbc.sql(
            """
                UPDATE balances
                SET day_questions = 0, day_tokens = 0, day_cost = 0, day = :day,
                  month_questions = CASE WHEN month = :month THEN month_questions ELSE 0 END,
                  month_tokens = CASE WHEN month = :month THEN month_tokens ELSE 0 END,
                  month_cost = CASE WHEN month = :month THEN month_cost ELSE 0 END,
                  month = :month
                WHERE subject = :subject AND (day < :day OR day > :day + 1)
                """)
        .param("subject", subject)
        .param("day", today)
        .param("month", Balance.month(today))
        .update();
  }

  Balance find(String subject) {
    return jdbc.sql("SELECT * FROM balances WHERE subject = :subject")
        .param("subject", subject)
        .query(Balances::balance)
        .optional()
        .orElse(Balance.NONE);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(String subject) {
    jdbc.sql("DELETE FROM balances WHERE subject = :subject").param("subject", subject).update();
  }

  private StatementSpec amounts(String sql, String subject, long day, Amounts amounts) {
    return jdbc.sql(sql)
        .param("subject", subject)
        .param("day", day)
        .param("questions", amounts.questions())
        .param("tokens", amounts.tokens())
        .param("cost", amounts.cost());
  }

  private static Balance balance(ResultSet row, int number) throws SQLException {
    return new Balance(
        row.getLong("day"),
        new Amounts(
            row.getLong("day_questions"), row.getLong("day_tokens"), row.getLong("day_cost")),
        row.getLong("month"),
        new Amounts(
            row.getLong("month_questions"),
            row.getLong("month_tokens"),
            row.getLong("month_cost")));
  }
}
