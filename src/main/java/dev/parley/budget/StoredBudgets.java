package dev.parley.budget;

import dev.parley.auth.Role;
import dev.parley.platform.Dialect;
import dev.parley.web.Fields;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The budgets and their SQL.
@Component
class StoredBudgets {

  private record Own(String role, @Nullable String allowance) {}

  private record Row(String userId, String allowance) {}

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final JsonMapper json;

  StoredBudgets(JdbcClient jdbc, Dialect dialect, JsonMapper json) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.json = json;
  }

  /// What everybody may use.
  Budgets find() {
    return jdbc.sql("SELECT budgets FROM budgets WHERE id = 1")
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, BudgetsJson.class).read())
        .orElse(Budgets.STANDARD);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(Budgets budgets) {
    jdbc.sql(
            """
            INSERT INTO budgets (id, budgets) VALUES (1, :budgets)
            %s budgets = :budgets
            """
                .formatted(dialect.orUpdate("id")))
        .param("budgets", json.writeValueAsString(BudgetsJson.write(budgets)))
        .update();
  }

  /// What an account may use.
  ///
  /// @param budgets what everybody may
  Allowance of(String accountId, Budgets budgets) {
    return jdbc.sql(
            """
            SELECT u.role, b.allowance
            FROM users u
            LEFT JOIN account_budgets b ON b.user_id = u.id
            WHERE u.id = :id
            """)
        .param("id", accountId)
        .query(Own.class)
        .optional()
        .map(own -> read(own.allowance).over(budgets.of(Role.of(own.role))))
        .orElse(budgets.account());
  }

  /// Whether an account is not being closed.
  boolean isOpen(String accountId) {
    return jdbc.sql("SELECT COUNT(*) FROM users WHERE id = :id AND status <> 'deleted'")
            .param("id", accountId)
            .query(Integer.class)
            .single()
        == 1;
  }

  /// The budgets that some of these accounts have of their own.
  Map<String, Allowance> own(Collection<String> accountIds) {
    var own = new HashMap<String, Allowance>();
    if (!accountIds.isEmpty()) {
      jdbc.sql("SELECT user_id, allowance FROM account_budgets WHERE user_id IN (:ids)")
          .param("ids", accountIds)
          .query(Row.class)
          .list()
          .forEach(row -> own.put(row.userId, read(row.allowance)));
    }
    return own;
  }

  /// Gives an account a budget of its own, or takes it away.
  @Transactional(propagation = Propagation.MANDATORY)
  public void setOwn(String accountId, Optional<Allowance> allowance) {
    jdbc.sql("DELETE FROM account_budgets WHERE user_id = :id").param("id", accountId).update();
    allowance.ifPresent(
        given ->
            jdbc.sql("INSERT INTO account_budgets (user_id, allowance) VALUES (:id, :allowance)")
                .param("id", accountId)
                .param("allowance", json.writeValueAsString(AllowanceJson.write(given)))
                .update());
  }

  private Allowance read(@Nullable String text) {
    var fields = new Fields();
    var node = text == null ? null : json.readTree(text);
    var allowance = AllowanceJson.read(fields, "budget", node, Allowance.NOTHING_SAID);
    fields.check();
    return allowance;
  }
}
