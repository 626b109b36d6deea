package dev.parley.web;

import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import dev.parley.platform.Transport;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// That any page may call is no danger: whoever calls shows a token, which other pages do not have.
/// But a page that comes unencrypted can be changed on its way, and then its token is lost.
final class CrossOriginCheck implements StartCheck {

  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-zA-Z0-9.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");

  @Override
  public String name() {
    return "cross-origin";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    for (var origin : settings.get(WebSettings.class).corsAllowedOrigins()) {
      if (origin.equals("*")) {
        continue;
      }
      if (!ORIGIN.matcher(origin).matches()) {
        return Optional.of(
            Weakness.anywhere(
                "CORS_ALLOWED_ORIGINS holds something that is no origin: %s.".formatted(origin),
                "Name origins without a path, such as https://chat.example.com."));
      }
      if (Transport.isOpen(URI.create(origin))) {
        return Optional.of(
            Weakness.inProduction(
                "CORS_ALLOWED_ORIGINS lets in pages that come unencrypted: %s.".formatted(origin),
                "Name them with https://."));
      }
    }
    return Optional.empty();
  }
}
