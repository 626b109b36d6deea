package dev.parley.auth;

import dev.parley.platform.DataFolder;
import dev.parley.platform.Hmac;
import dev.parley.platform.Secret;
import dev.parley.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// The key that signs access tokens and from which the successors of refresh tokens are derived.
@Component
final class SigningKey {

  private final byte[] key;
  private final String id;

  SigningKey(TokenSettings settings, DataFolder data) {
    var secret = settings.secret() == null ? made(data) : settings.secret();
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
    return Hmac.sha256(key, purpose.getBytes(StandardCharsets.UTF_8));
  }
}
