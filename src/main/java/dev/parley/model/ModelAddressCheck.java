package dev.parley.model;

import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import dev.parley.platform.Transport;
import dev.parley.platform.UnsafeStart;
import java.net.URI;
import java.util.Optional;

/// Everything that people write goes to the model service, and keys go with it.
final class ModelAddressCheck implements StartCheck {

  @Override
  public String name() {
    return "model-address";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var address = settings.get(ModelSettings.class).baseUrl();
    if (address == null) {
      return Optional.empty();
    }
    check(address);
    return Transport.isOpen(address)
        ? Optional.of(
            Weakness.inProduction(
                "OPENAI_BASE_URL is unencrypted and leads to another machine.",
                "Set it to an https:// address, or to one of this machine."))
        : Optional.empty();
  }

  /// @throws UnsafeStart for what nobody could ask
  private static void check(URI address) {
    var scheme = String.valueOf(address.getScheme());
    if (!scheme.matches("(?i)https?") || address.getHost() == null) {
      throw refused("OPENAI_BASE_URL is no address on the web.");
    }
    if (address.getUserInfo() != null) {
      throw refused("OPENAI_BASE_URL holds a user or a password, which goes nowhere.");
    }
  }

  private static UnsafeStart refused(String problem) {
    return new UnsafeStart(
        problem,
        "Set it to an address such as https://api.openai.com/v1, and OPENAI_API_KEY to the key.");
  }
}
