package dev.parley.factor;

import dev.parley.platform.Hmac;
import dev.parley.platform.Secret;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// A key that an authenticator app shares, and its time-based codes (RFC 6238): HMAC-SHA-1, 6
/// digits, a new one every 30 seconds, which is what every such app can.
final class TotpKey {

  /// What RFC 4226, section 4, recommends: 160 bits.
  private static final int BYTES = 20;

  private static final int DIGITS = 6;
  private static final int CODES = 1_000_000;
  private static final Duration STEP = Duration.ofSeconds(30);

  /// Clocks differ, and typing takes time: one step before and one after are taken, too (RFC 6238,
  /// section 5.2).
  private static final int STEPS_ASIDE = 1;

  private final byte[] key;

  private TotpKey(byte[] key) {
    this.key = key;
  }

  static TotpKey random(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TotpKey(bytes);
  }

  static TotpKey of(Secret base32) {
    return new TotpKey(Base32.decode(base32.reveal()));
  }

  Secret base32() {
    return new Secret(Base32.encode(key));
  }

  /// The address that an app reads from a picture of it.
  ///
  /// @param issuer the name of the service
  /// @param account the name of the account there
  String uri(String issuer, String account) {
    return "otpauth://totp/%1$s:%2$s?secret=%3$s&issuer=%1$s&algorithm=SHA1&digits=%4$d&period=%5$d"
        .formatted(encode(issuer), encode(account), base32().reveal(), DIGITS, STEP.toSeconds());
  }

  /// The step whose code this is, of those around a time; none where it is wrong.
  OptionalLong step(String code, Instant time) {
    var now = time.getEpochSecond() / STEP.toSeconds();
    return LongStream.rangeClosed(now - STEPS_ASIDE, now + STEPS_ASIDE)
        .filter(step -> isSame(code, code(step)))
        .findFirst();
  }

  /// The code of a step (RFC 4226, section 5.3).
  String code(long step) {
    var digest = Hmac.sha1(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    var offset = digest[digest.length - 1] & 0xf;
    var number = ByteBuffer.wrap(digest).getInt(offset) & 0x7fff_ffff;
    return String.format(Locale.ROOT, "%06d", number % CODES);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
