package dev.parley.auth;

import dev.parley.platform.Hmac;
import dev.parley.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/// A refresh token: 256 bits, of which the server keeps the hash alone. A token's successor is
/// derived from it with a key, so that two honest refreshes at once get the same one although
/// nobody stored it.
record RefreshToken(String text) {

  private static final String PREFIX = "ref_";
  private static final int BYTES = 32;

  static RefreshToken random(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return of(bytes);
  }

  RefreshToken successor(byte[] key) {
    return of(Hmac.sha256(key, text.getBytes(StandardCharsets.UTF_8)));
  }

  String hash() {
    return Sha256.hex(text);
  }

  private static RefreshToken of(byte[] bytes) {
    return new RefreshToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "[refresh token]";
  }
}
