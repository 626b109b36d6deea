package dev.parley.factor;

import dev.parley.vault.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tells the vault where sealed keys stand.
@Configuration(proxyBeanMethods = false)
class FactorConfiguration {

  @Bean
  SealedColumn secondFactorKeys() {
    return new SealedColumn(SecondFactors.PURPOSE, "second_factors", "user_id", "secret");
  }
}
