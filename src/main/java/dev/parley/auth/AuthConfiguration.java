package dev.parley.auth;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Tells the framework who asks, on which device, and from which page.
@Configuration(proxyBeanMethods = false)
class AuthConfiguration implements WebFluxConfigurer {

  private final CallerArgument caller;
  private final DeviceArgument device;
  private final OwnPageArgument page;

  AuthConfiguration(CallerArgument caller, DeviceArgument device, OwnPageArgument page) {
    this.caller = caller;
    this.device = device;
    this.page = page;
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(caller, device, page);
  }
}
