package dev.parley.auth;

import dev.parley.platform.DataFolder;
import dev.parley.platform.Secret;
import dev.parley.platform.Sha256;
import dev.parley.platform.UnsafeStart;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// The key that signs access tokens and from which the successors of refresh tokens are derived.
@Component
final class SigningKey {

  private static final int LEAST_BYTES = 32;
  private static final Set<String> EXAMPLE_WORDS =
      Set.of(
          "changeme",
          "change-me",
          "change_me",
          "your-secret",
          "your_secret",
          "secret_key",
          "example");
  private static final String HMAC = "HmacSHA256";

  private final byte[] key;
  private final String id;

  SigningKey(TokenSettings settings, DataFolder data) {
    var secret = settings.secret() == null ? made(data) : check(settings.secret());
    key = secret.reveal().getBytes(StandardCharsets.UTF_8);
    id = HexFormat.of().formatHex(Sha256.digest(derive("key id")), 0, 8);
  }

  private static Secret made(DataFolder data) {
    return data.secret("signing.key", "Without it everybody has to sign in anew.");
  }

  byte[] bytes() {
    return key.clone();
  }

  /// Names the key in the tokens that it signed, and tells nothing about it.
  String id() {
    return id;
  }

  /// A key of its own for each purpose.
  byte[] derive(String purpose) {
    return hmac(key, purpose.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  private static Secret check(Secret secret) {
    var text = secret.reveal();
    if (text.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
      throw new UnsafeStart(
          "JWT_SECRET has fewer than %d bytes, so it could be guessed.".formatted(LEAST_BYTES),
          "Leave it out, and a random one is made; or set it to 64 random hexadecimal digits.");
    }
    var lower = text.toLowerCase(Locale.ROOT);
    if (EXAMPLE_WORDS.stream().anyMatch(lower::contains) || isMonotonous(text)) {
      throw new UnsafeStart(
          "JWT_SECRET is an example, so everybody knows it.",
          "Leave it out, and a random one is made; or set it to 64 random hexadecimal digits.");
    }
    return secret;
  }

  private static boolean isMonotonous(String text) {
    return Arrays.stream(text.split("")).distinct().count() < 8;
  }
}
