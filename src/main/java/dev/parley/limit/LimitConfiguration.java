package dev.parley.limit;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Tells the framework how to make a [Meter].
@Configuration(proxyBeanMethods = false)
class LimitConfiguration implements WebFluxConfigurer {

  private final MeterArgument meter;

  LimitConfiguration(MeterArgument meter) {
    this.meter = meter;
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(meter);
  }
}
