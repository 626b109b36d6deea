package dev.parley.auth;

import dev.parley.web.Text;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a session is used from, for its owner to know it again.
///
/// @param device as the client names itself (`User-Agent`), at most 200 characters
/// @param address an IPv4 address, or the network of an IPv6 address
record Whence(@Nullable String device, String address) {

  private static final int LONGEST = 200;

  /// The first half of an IPv6 address, as limits know it.
  private static final Pattern NETWORK = Pattern.compile("[0-9a-f]{16}");

  /// @param address as limits tell addresses apart
  static Whence of(@Nullable String userAgent, String address) {
    return new Whence(userAgent == null ? null : device(userAgent), written(address));
  }

  private static @Nullable String device(String userAgent) {
    var text = Text.sanitise(userAgent).strip();
    var end = text.offsetByCodePoints(0, Math.min(LONGEST, Text.length(text)));
    return text.isEmpty() ? null : text.substring(0, end);
  }

  private static String written(String address) {
    if (!NETWORK.matcher(address).matches()) {
      return address;
    }
    var bytes = HexFormat.of().parseHex(address);
    return HexFormat.of().formatHex(bytes).replaceAll("(.{4})", "$1:") + ":/64";
  }
}
