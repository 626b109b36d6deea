package dev.parley.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with one key and a random nonce of 96 bits for each message, which stands before the
/// ciphertext (NIST SP 800-38D, section 8.2.2). Prints its id alone.
final class MasterKey {

  static final int BYTES = 32;

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final SecretKey key;

  /// @param id names it in what it has sealed
  /// @param key 32 bytes
  MasterKey(String id, byte[] key) {
    this.id = id;
    this.key = new SecretKeySpec(key, "AES");
  }

  String id() {
    return id;
  }

  boolean hasSameKeyAs(MasterKey other) {
    return key.equals(other.key);
  }

  byte[] encrypt(byte[] message, byte[] additional) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, additional);
      var sealed = Arrays.copyOf(nonce, NONCE_BYTES + message.length + TAG_BYTES);
      cipher.doFinal(message, 0, message.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + CIPHER, e);
    }
  }

  /// The message; nothing where the key, the additional data or any bit is another.
  Optional<byte[]> decrypt(byte[] sealed, byte[] additional) {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    try {
      var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      var cipher = cipher(Cipher.DECRYPT_MODE, nonce, additional);
      return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + CIPHER, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] additional) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(Byte.SIZE * TAG_BYTES, nonce));
    cipher.updateAAD(additional);
    return cipher;
  }

  @Override
  public String toString() {
    return "master key " + id;
  }
}
