package dev.parley.modelkey;

import dev.parley.platform.Belongings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The model key of an account.
@Configuration(proxyBeanMethods = false)
class ModelKeyBelongings {

  @Bean
  Belongings modelKeyRows() {
    return new Belongings(
        "model_keys",
        """
        DELETE FROM model_keys
        WHERE user_id = :owner AND :few > 0
        """);
  }
}
