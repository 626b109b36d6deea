package dev.parley.audit;

import dev.parley.vault.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Says where the record's key stands, so that it moves when the master key changes.
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  @Bean
  SealedColumn auditKeyColumn() {
    return new SealedColumn(AuditKeys.PURPOSE, "audit_keys", "id", "sealed");
  }
}
