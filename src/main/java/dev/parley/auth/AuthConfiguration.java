package dev.parley.auth;

import dev.parley.platform.AlikeEverywhere;
import org.springframework.context.annotation.Bean;
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

  @Bean
  static AlikeEverywhere sameSigningKey(SigningKey key) {
    return new AlikeEverywhere(
        "The signing key",
        key.id(),
        "Give all of them the same JWT_SECRET, or whoever signs in to one is a stranger to others.");
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(caller, device, page);
  }
}
