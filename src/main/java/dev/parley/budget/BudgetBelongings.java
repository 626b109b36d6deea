package dev.parley.budget;

import dev.parley.platform.Belongings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What an account has used.
@Configuration(proxyBeanMethods = false)
class BudgetBelongings {

  @Bean
  @Order(20)
  Belongings ledgerRows() {
    return new Belongings(
        "ledger_entries",
        """
        DELETE FROM ledger
        WHERE n IN (
          SELECT n FROM (SELECT n FROM ledger WHERE subject = :owner LIMIT :few) few)
        """);
  }

  @Bean
  @Order(21)
  Belongings usageDayRows() {
    return new Belongings(
        "usage_days",
        """
        DELETE FROM usage_days
        WHERE owner_id = :owner AND (day, model) IN (
          SELECT day, model FROM (
            SELECT day, model FROM usage_days WHERE owner_id = :owner LIMIT :few) few)
        """);
  }

  @Bean
  @Order(22)
  Belongings balanceRows() {
    return new Belongings("balances", "DELETE FROM balances WHERE subject = :owner AND :few > 0");
  }
}
