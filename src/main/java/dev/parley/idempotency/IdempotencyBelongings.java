package dev.parley.idempotency;

import dev.parley.platform.Belongings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is kept of an account's requests, in case they are sent again.
@Configuration(proxyBeanMethods = false)
class IdempotencyBelongings {

  @Bean
  Belongings idempotencyKeyRows() {
    return new Belongings(
        "idempotency_keys",
        """
        DELETE FROM idempotency_keys
        WHERE id IN (
          SELECT id FROM (SELECT id FROM idempotency_keys WHERE owner_id = :owner LIMIT :few) few)
        """);
  }
}
