package dev.parley.auth;

import dev.parley.platform.AlikeEverywhere;
import org.springframework.context.annotation.Bean;
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

  @Bean
  static AlikeEverywhere sameSigningKey(SigningKey key) {
    return new AlikeEverywhere(
        "The signing key",
        key.id(),
        "Give all of them the same JWT_SECRET, or whoever signs in to one is a stranger to others.");
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(caller, device);
  }
}
