package dev.parley.idempotency;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Tells the framework how to make a [Once].
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration implements WebFluxConfigurer {

  private final OnceArgument once;

  IdempotencyConfiguration(OnceArgument once) {
    this.once = once;
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(once);
  }
}
