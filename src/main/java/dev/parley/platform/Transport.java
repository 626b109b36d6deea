package dev.parley.platform;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether what is sent to an address can be read on its way.
public final class Transport {

  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private Transport() {}

  /// Whether it goes unencrypted, and to another machine. No name is looked up.
  public static boolean isOpen(URI address) {
    var host = address.getHost() == null ? "" : address.getHost();
    return "http".equalsIgnoreCase(address.getScheme()) && !isThisMachine(host);
  }

  /// Whether a host is this machine by its name or its number.
  public static boolean isThisMachine(String host) {
    return THIS_MACHINE.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
