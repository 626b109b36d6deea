package dev.parley.auth;

import dev.parley.platform.Secret;
import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import dev.parley.platform.UnsafeStart;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// With a signing key that can be guessed anybody is whom they like.
final class SigningKeyCheck implements StartCheck {

  /// As long as what it makes, as RFC 7518, section 3.2 wants it.
  private static final int LEAST_BYTES = 32;

  private static final int LEAST_VARIETY = 8;
  private static final Set<String> EXAMPLE_WORDS =
      Set.of(
          "changeme",
          "change-me",
          "change_me",
          "your-secret",
          "your_secret",
          "secret_key",
          "example");
  private static final String REMEDY =
      "Leave it out, and a random one is made; or set it to 64 random hexadecimal digits.";

  @Override
  public String name() {
    return "signing-key";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var secret = settings.get(TokenSettings.class).secret();
    return secret != null && isExample(secret)
        ? Optional.of(Weakness.anywhere("JWT_SECRET is an example, so everybody knows it.", REMEDY))
        : Optional.empty();
  }

  /// @throws UnsafeStart where it is too short to sign with
  private static boolean isExample(Secret secret) {
    var text = secret.reveal();
    if (text.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
      throw new UnsafeStart(
          "JWT_SECRET has fewer than %d bytes, so it could be guessed.".formatted(LEAST_BYTES),
          REMEDY);
    }
    var lower = text.toLowerCase(Locale.ROOT);
    return EXAMPLE_WORDS.stream().anyMatch(lower::contains)
        || text.chars().distinct().count() < LEAST_VARIETY;
  }
}
