package dev.parley.platform;

import java.nio.file.Path;
import java.util.Optional;

/// A `.env` holds keys, as a rule.
final class EnvFileCheck implements StartCheck {

  @Override
  public String name() {
    return "env-file";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    return FileMode.isOpenToOthers(Path.of(".env"))
        ? Optional.of(
            Weakness.inProduction(
                "Other users of this machine may open the file .env.", "Close it: chmod go= .env."))
        : Optional.empty();
  }
}
