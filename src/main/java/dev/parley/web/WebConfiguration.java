package dev.parley.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Tells the framework where controllers run, and how to make an [IncomingBody] and an [OwnPage].
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {

  private final IncomingBodyArgument body;
  private final OwnPageArgument page;

  WebConfiguration(IncomingBodyArgument body, OwnPageArgument page) {
    this.body = body;
    this.page = page;
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(body, page);
  }

  @Override
  public void configureBlockingExecution(BlockingExecutionConfigurer execution) {
    execution.setExecutor(new RequestExecutor());
  }
}
