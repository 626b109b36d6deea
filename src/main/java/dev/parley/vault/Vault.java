package dev.parley.vault;

import dev.parley.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Seals secrets for the database, and opens them again. What is stored reads
/// `v1.<id of the master key>.<base64url of nonce, ciphertext and tag>`.
@Component
public final class Vault {

  private static final String VERSION = "v1";

  private final MasterKeys keys;

  Vault(MasterKeys keys) {
    this.keys = keys;
  }

  /// A secret as it is to be stored: other than the last time, and of use for nothing but what it
  /// is bound to.
  public String seal(Binding binding, Secret secret) {
    return seal(keys.first(), binding, secret);
  }

  static String seal(MasterKey key, Binding binding, Secret secret) {
    var sealed = key.encrypt(utf8(secret.reveal()), utf8(binding.text()));
    return prefix(key.id()) + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /// The secret that was sealed.
  ///
  /// @throws Unreadable where it was sealed for something else, or changed, or its key is not here
  public Secret open(Binding binding, String stored) {
    var parts = stored.split("\\.", -1);
    if (parts.length != 3 || !VERSION.equals(parts[0])) {
      throw new Unreadable(binding, "it is not of a form that this version knows");
    }
    var key =
        keys.find(parts[1])
            .orElseThrow(
                () -> new Unreadable(binding, "there is no master key %s".formatted(parts[1])));
    return message(key, binding, parts[2])
        .map(message -> new Secret(new String(message, StandardCharsets.UTF_8)))
        .orElseThrow(() -> new Unreadable(binding, "it was not sealed so with " + key));
  }

  private static Optional<byte[]> message(MasterKey key, Binding binding, String text) {
    try {
      return key.decrypt(Base64.getUrlDecoder().decode(text), utf8(binding.text()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static boolean opens(MasterKey key, Binding binding, String stored) {
    return stored.startsWith(prefix(key.id()))
        && message(key, binding, stored.substring(prefix(key.id()).length())).isPresent();
  }

  /// How everything begins that a key has sealed.
  static String prefix(String keyId) {
    return VERSION + "." + keyId + ".";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
