package dev.parley.platform;

import java.util.Optional;

/// A log is kept, copied and read by more people than the database.
final class LogMessagesCheck implements StartCheck {

  @Override
  public String name() {
    return "log-messages";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    // In production they are left out unless somebody asks for them: see application.yaml. So there
    // is nothing to warn of in development.
    return settings.get(Profile.class).isProduction() && settings.get(LogSettings.class).messages()
        ? Optional.of(
            Weakness.inProduction(
                "PARLEY_LOG_MESSAGES has the log hold what people write.",
                "Leave it out, or set it to false."))
        : Optional.empty();
  }
}
