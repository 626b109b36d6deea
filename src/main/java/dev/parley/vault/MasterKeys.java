package dev.parley.vault;

import dev.parley.platform.DataFolder;
import dev.parley.platform.UnsafeStart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// The master keys: the first seals, all open.
@Component
final class MasterKeys {

  /// The id of the key that is made where none is set.
  static final String MADE = "local";

  /// No character of it means anything to `LIKE`.
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
  private static final int LEAST_VARIETY = 8;
  private static final String REMEDY =
      "Set it to ID:KEY, or to several, comma-separated: a KEY is 32 random bytes in base64, as"
          + " openssl rand -base64 32 gives them, an ID up to 32 letters a-z, digits and hyphens.";

  private final List<MasterKey> keys;

  MasterKeys(VaultSettings settings, DataFolder data) {
    keys =
        settings.masterKeys() == null
            ? List.of(key(MADE, made(data)))
            : parse(settings.masterKeys().reveal());
  }

  /// The one that seals.
  MasterKey first() {
    return keys.getFirst();
  }

  List<MasterKey> all() {
    return keys;
  }

  Optional<MasterKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  private static String made(DataFolder data) {
    return data.secret(
            "master.key",
            "Without it the keys and second factors that accounts have stored are lost.")
        .reveal();
  }

  /// @throws UnsafeStart where it holds anything that is no key
  static List<MasterKey> parse(String setting) {
    var keys = new ArrayList<MasterKey>();
    for (var entry : setting.split(",", -1)) {
      var colon = entry.indexOf(':');
      var id = entry.substring(0, Math.max(0, colon)).strip();
      if (!ID.matcher(id).matches()) {
        throw refused("Key %d of PARLEY_MASTER_KEYS has no ID.".formatted(keys.size() + 1));
      }
      var key = key(id, entry.substring(colon + 1).strip());
      for (var other : keys) {
        if (other.id().equals(id) || other.hasSameKeyAs(key)) {
          throw refused(
              "PARLEY_MASTER_KEYS has the same twice: %s and %s.".formatted(other.id(), id));
        }
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }

  private static MasterKey key(String id, String text) {
    var bytes = bytes(id, text);
    if (bytes.length != MasterKey.BYTES) {
      throw refused(
          "The master key %s has %d bytes, not %d.".formatted(id, bytes.length, MasterKey.BYTES));
    }
    if (new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count() < LEAST_VARIETY) {
      throw refused("The master key %s is not random.".formatted(id));
    }
    return new MasterKey(id, bytes);
  }

  private static byte[] bytes(String id, String text) {
    try {
      return HEX.matcher(text).matches()
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException _) {
      // Its message quotes the key.
      throw refused("The master key %s is neither base64 nor hexadecimal.".formatted(id));
    }
  }

  private static UnsafeStart refused(String problem) {
    return new UnsafeStart(problem, REMEDY);
  }
}
