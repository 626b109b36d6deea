package dev.parley.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was used on a day of a model, by one or by all.
///
/// @param user the account, `guests` or `relay`; none: all
/// @param latencyMs the mean time that the answers took
/// @param firstTokenMs the mean time until the first of their texts; none where there was none
record UsageRow(
    LocalDate day,
    String model,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String user,
    long questions,
    long errors,
    long inputTokens,
    long outputTokens,
    BigDecimal cost,
    long latencyMs,
    @Nullable Long firstTokenMs) {

  static UsageRow of(ResultSet row, int number) throws SQLException {
    var questions = row.getLong("questions");
    var firstTexts = row.getLong("first_texts");
    return new UsageRow(
        LocalDate.ofEpochDay(row.getLong("day")),
        row.getString("model"),
        row.getString("owner_id"),
        questions,
        row.getLong("errors"),
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        Money.units(row.getLong("cost")),
        questions == 0 ? 0 : row.getLong("millis") / questions,
        firstTexts == 0 ? null : row.getLong("first_text_millis") / firstTexts);
  }

  Amounts amounts() {
    return new Amounts(questions, inputTokens + outputTokens, Money.billionths(cost));
  }
}
