package dev.parley.audit;

import dev.parley.platform.Hmac;
import dev.parley.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/// The key of the record, which tells its rows from any that somebody else could write.
final class AuditKey {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Map<Use, byte[]> keys = new EnumMap<>(Use.class);

  /// @param secret in hexadecimal
  AuditKey(Secret secret) {
    var key = HexFormat.of().parseHex(secret.reveal());
    for (var use : Use.values()) {
      keys.put(use, Hmac.sha256(key, utf8("parley audit " + use)));
    }
  }

  /// A code over a message, in base64url.
  String code(Use use, String message) {
    return BASE64.encodeToString(Hmac.sha256(Objects.requireNonNull(keys.get(use)), utf8(message)));
  }

  /// The keyed hash of a text.
  ///
  /// @param name which of its event's texts it is
  /// @param subject what its event was about: so the same text has another hash elsewhere, and
  /// hashes tell nobody who said the same
  String hash(String name, String subject, String text) {
    return code(Use.TEXT, Joined.of(name, subject, text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
