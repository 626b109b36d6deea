package dev.parley.export;

import dev.parley.web.LargeBody;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// Lets documents be larger than other bodies.
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

  @Bean
  LargeBody document(ImportSettings settings) {
    return new LargeBody(HttpMethod.POST, ImportController.PATH, settings.maxBody());
  }
}
