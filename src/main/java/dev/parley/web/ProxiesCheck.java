package dev.parley.web;

import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import java.util.Optional;

/// A proxy that is trusted says where requests come from, so it chooses whose limits they count
/// for.
final class ProxiesCheck implements StartCheck {

  @Override
  public String name() {
    return "trusted-proxies";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var everybody =
        settings.get(WebSettings.class).trustedProxies().stream()
            .map(AddressRange::parse)
            .anyMatch(range -> range.bits() == 0);
    return everybody
        ? Optional.of(
            Weakness.inProduction(
                "PARLEY_TRUSTED_PROXIES trusts every address, so anybody can pass limits by.",
                "Name the addresses of your proxies alone."))
        : Optional.empty();
  }
}
