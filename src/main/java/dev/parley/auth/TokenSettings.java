package dev.parley.auth;

import dev.parley.platform.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The tokens that people hold.
///
/// @param secret `JWT_SECRET` or `SECRET_KEY`; without it, one is made at the first start and kept
/// in the data folder
/// @param accessLifetime how long an access token holds
/// @param refreshLifetime how long a refresh token holds, unused
@ConfigurationProperties("parley.token")
public record TokenSettings(
    @Nullable Secret secret,
    @DefaultValue("15m") Duration accessLifetime,
    @DefaultValue("30d") Duration refreshLifetime) {

  public TokenSettings {
    secret = secret == null || secret.isBlank() ? null : secret;
  }
}
