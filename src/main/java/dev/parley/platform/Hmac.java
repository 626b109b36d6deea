package dev.parley.platform;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Digests that only who has the key can make (RFC 2104).
public final class Hmac {

  private Hmac() {}

  public static byte[] sha256(byte[] key, byte[] message) {
    return of("HmacSHA256", key, message);
  }

  /// For codes of authenticator apps alone, which know no other.
  public static byte[] sha1(byte[] key, byte[] message) {
    return of("HmacSHA1", key, message);
  }

  private static byte[] of(String algorithm, byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
