package dev.parley.answer;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Tells the framework where questions come from.
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration implements WebFluxConfigurer {

  private final OriginArgument origin;

  AnswerConfiguration(OriginArgument origin) {
    this.origin = origin;
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(origin);
  }
}
