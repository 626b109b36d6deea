package dev.parley.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Tells the framework how to make an [IncomingBody].
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {

  private final IncomingBodyArgument body;

  WebConfiguration(IncomingBodyArgument body) {
    this.body = body;
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(body);
  }
}
