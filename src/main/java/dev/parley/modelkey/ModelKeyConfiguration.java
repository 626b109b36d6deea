package dev.parley.modelkey;

import dev.parley.vault.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Says where the keys stand.
@Configuration(proxyBeanMethods = false)
class ModelKeyConfiguration {

  @Bean
  SealedColumn modelKeyColumn() {
    return new SealedColumn(ModelKeys.PURPOSE, "model_keys", "user_id", "sealed");
  }
}
