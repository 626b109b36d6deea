package dev.parley.auth;

import dev.parley.platform.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Who may see how the server is doing, besides administrators.
///
/// @param token `PARLEY_METRICS_TOKEN`: whoever shows it
@ConfigurationProperties("parley.metrics")
record InsiderSettings(@Nullable Secret token) {

  InsiderSettings {
    token = token == null || token.isBlank() ? null : token;
  }
}
