package dev.parley.budget;

import dev.parley.platform.Dialect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What was used, summed by day, account and model while it is used.
@Component
class UsageDays {

  private final JdbcClient jdbc;
  private final Dialect dialect;

  UsageDays(JdbcClient jdbc, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Hold hold, Amounts cost, Spent spent) {
    if (!addToRow(hold, cost, spent)) {
      var insert =
          row(
              """
              INSERT INTO usage_days (
                owner_id, day, model, questions, errors, input_tokens, output_tokens, cost, millis,
                first_texts, first_text_millis)
              VALUES (:owner, :day, :model, 0, 0, 0, 0, 0, 0, 0, 0)
              """
                  + dialect.unlessThere(),
              hold);
      Dialect.isNew(insert::update);
      addToRow(hold, cost, spent);
    }
  }

  private boolean addToRow(Hold hold, Amounts cost, Spent spent) {
    return row(
                """
                UPDATE usage_days
                SET questions = questions + :questions,
                  errors = errors + :errors,
                  input_tokens = input_tokens + :input,
                  output_tokens = output_tokens + :output,
                  cost = cost + :cost,
                  millis = millis + :millis,
                  first_texts = first_texts + :firstTexts,
                  first_text_millis = first_text_millis + :firstTextMillis
                WHERE owner_id = :owner AND day = :day AND model = :model
                """,
                hold)
            .param("questions", cost.questions())
            .param("errors", spent.failed() ? 1L : 0L)
            .param("input", spent.inputTokens())
            .param("output", spent.outputTokens())
            .param("cost", cost.cost())
            .param("millis", spent.millis())
            .param("firstTexts", spent.firstTextMillis() == 0 ? 0L : 1L)
            .param("firstTextMillis", spent.firstTextMillis())
            .update()
        == 1;
  }

  private StatementSpec row(String sql, Hold hold) {
    return jdbc.sql(sql)
        .param("owner", hold.payer().user())
        .param("day", hold.day())
        .param("model", hold.model());
  }
}
