package dev.parley.auth;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Tells the framework who asks.
@Configuration(proxyBeanMethods = false)
class AuthConfiguration implements WebFluxConfigurer {

  private final MemberArgument member;

  AuthConfiguration(MemberArgument member) {
    this.member = member;
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(member);
  }
}
