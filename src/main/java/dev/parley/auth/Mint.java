package dev.parley.auth;

import dev.parley.platform.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Makes personal access tokens and knows them again: `par_`, the 26 characters of the id, 43 of a
/// secret (256 bits), and 22 of a signature over both (128 bits). By the signature a token that was
/// never issued is told from others in memory, so guessing asks no database.
@Component
final class Mint {

  static final String PREFIX = "par_";

  private static final String ID_PREFIX = "tok_";
  private static final int ID = 26;
  private static final int SECRET = 43;
  private static final int SIGNATURE_BYTES = 16;
  private static final int SIGNATURE = 22;
  private static final int SIGNED = PREFIX.length() + ID + SECRET;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final byte[] secretKey;
  private final byte[] signatureKey;

  Mint(SigningKey key) {
    secretKey = key.derive("personal access token secret");
    signatureKey = key.derive("personal access token signature");
  }

  /// The token of an id and a seed, always the same.
  ///
  /// @param id `tok_` and 26 characters
  /// @param seed random; without the signing key it tells nothing of the token
  PersonalToken make(String id, String seed) {
    var secret = BASE64.encodeToString(Hmac.sha256(secretKey, bytes(id + seed)));
    var signed = PREFIX + id.substring(ID_PREFIX.length()) + secret;
    return new PersonalToken(id, signed + signature(signed));
  }

  /// A token that somebody shows, if it was made here; whether it still holds is another question.
  Optional<PersonalToken> read(String text) {
    if (text.length() != SIGNED + SIGNATURE || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var signature = signature(text.substring(0, SIGNED));
    return MessageDigest.isEqual(bytes(signature), bytes(text.substring(SIGNED)))
        ? Optional.of(
            new PersonalToken(
                ID_PREFIX + text.substring(PREFIX.length(), PREFIX.length() + ID), text))
        : Optional.empty();
  }

  private String signature(String signed) {
    var whole = Hmac.sha256(signatureKey, bytes(signed));
    return BASE64.encodeToString(Arrays.copyOf(whole, SIGNATURE_BYTES));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
