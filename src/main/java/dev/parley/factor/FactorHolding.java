package dev.parley.factor;

import dev.parley.platform.Holding;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether an account has a second factor, for its export; nothing that a code could be made of.
@Component
class FactorHolding implements Holding {

  private record Row(Instant confirmedAt, int recoveryCodesLeft) {}

  private final JdbcClient jdbc;

  FactorHolding(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "second_factors";
  }

  @Override
  public void tell(String accountId, Consumer<Object> rows) {
    jdbc.sql(
            """
            SELECT f.confirmed_at, (
              SELECT COUNT(*) FROM recovery_codes c WHERE c.user_id = f.user_id) AS codes
            FROM second_factors f
            WHERE f.user_id = :user AND f.confirmed_at IS NOT NULL
            """)
        .param("user", accountId)
        .query(
            (row, _) ->
                new Row(Instant.ofEpochMilli(row.getLong("confirmed_at")), row.getInt("codes")))
        .optional()
        .ifPresent(rows);
  }
}
