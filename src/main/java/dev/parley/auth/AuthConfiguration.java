package dev.parley.auth;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Tells the framework who asks, and on which device.
@Configuration(proxyBeanMethods = false)
class AuthConfiguration implements WebFluxConfigurer {

  private final CallerArgument caller;
  private final DeviceArgument device;

  AuthConfiguration(CallerArgument caller, DeviceArgument device) {
    this.caller = caller;
    this.device = device;
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(caller, device);
  }
}
