package dev.parley.auth;

import dev.parley.platform.Hmac;
import dev.parley.platform.Profile;
import dev.parley.web.PageCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Writes and reads the cookies of a [Device]. The server stores nothing of them: each reads
/// `<id>.<milliseconds since 1970>.<digest of both and of the account, with a key>`.
@Component
final class DeviceCookies {

  private static final Duration KNOWN_FOR = Duration.ofDays(365);
  private static final int ID_BYTES = 16;
  private static final int NAME_DIGITS = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final SecureRandom random = new SecureRandom();
  private final byte[] key;
  private final Profile profile;
  private final Clock clock;

  DeviceCookies(SigningKey key, Profile profile, Clock clock) {
    this.key = key.derive("known devices");
    this.profile = profile;
    this.clock = clock;
  }

  /// Another for each account, so that several people may share a browser.
  String name(String email) {
    return "parley_device_" + digest("name", email).substring(0, NAME_DIGITS);
  }

  ResponseCookie write(String email, Optional<String> known) {
    var id = known.orElseGet(this::newId);
    var since = String.valueOf(clock.millis());
    var value = String.join(".", id, since, digest("device", email, id, since));
    return new PageCookie(name(email), "/auth", KNOWN_FOR).holding(value, profile.isProduction());
  }

  /// The id in a cookie that was written here, for this account, and not too long ago.
  Optional<String> read(String email, String cookie) {
    var parts = cookie.split("\\.", -1);
    return parts.length == 3 && isOurs(email, parts) && isRecent(parts[1])
        ? Optional.of(parts[0])
        : Optional.empty();
  }

  private boolean isOurs(String email, String[] parts) {
    return MessageDigest.isEqual(
        digest("device", email, parts[0], parts[1]).getBytes(StandardCharsets.UTF_8),
        parts[2].getBytes(StandardCharsets.UTF_8));
  }

  private boolean isRecent(String since) {
    return clock.millis() - Long.parseLong(since) < KNOWN_FOR.toMillis();
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HEX.formatHex(bytes);
  }

  private String digest(String... parts) {
    return HEX.formatHex(
        Hmac.sha256(key, String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
  }
}
