package dev.parley.platform;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the server is run for. In production nothing is let through that is only there to make
/// trying out easy.
///
/// @param profile `PARLEY_PROFILE`: `development` or `production`
@ConfigurationProperties("parley")
public record Profile(@DefaultValue(DEVELOPMENT) String profile) {

  private static final String DEVELOPMENT = "development";
  private static final String PRODUCTION = "production";

  public Profile {
    if (!Set.of(DEVELOPMENT, PRODUCTION).contains(profile)) {
      throw new UnsafeStart(
          "PARLEY_PROFILE is neither development nor production: %s".formatted(profile),
          "Leave it out for development, or set it to production.");
    }
  }

  public boolean isProduction() {
    return profile.equals(PRODUCTION);
  }
}
