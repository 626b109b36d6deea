package dev.parley.auth;

import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import java.util.Optional;

/// The token for metrics is compared and nothing else, so only its length keeps it from being
/// guessed.
final class InsiderTokenCheck implements StartCheck {

  private static final int LEAST_CHARACTERS = 16;

  @Override
  public String name() {
    return "metrics-token";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var token = settings.get(InsiderSettings.class).token();
    return token != null && token.reveal().length() < LEAST_CHARACTERS
        ? Optional.of(
            Weakness.anywhere(
                "PARLEY_METRICS_TOKEN has fewer than %d characters.".formatted(LEAST_CHARACTERS),
                "Set it to 32 random characters or more, or leave it out."))
        : Optional.empty();
  }
}
