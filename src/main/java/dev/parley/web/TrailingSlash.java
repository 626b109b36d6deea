package dev.parley.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.reactive.UrlHandlerFilter;

/// A path answers the same with and without a slash at its end.
@Configuration(proxyBeanMethods = false)
class TrailingSlash {

  @Bean
  @Order(FilterOrder.TRAILING_SLASH)
  UrlHandlerFilter trailingSlashFilter() {
    return UrlHandlerFilter.trailingSlashHandler("/**").mutateRequest().build();
  }
}
