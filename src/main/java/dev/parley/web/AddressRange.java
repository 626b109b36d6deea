package dev.parley.web;

import dev.parley.platform.UnsafeStart;
import java.math.BigInteger;
import java.net.InetAddress;

/// Addresses that begin with the same bits.
record AddressRange(InetAddress first, int bits) {

  /// Reads an address in numbers, or a range such as `10.0.0.0/8`.
  ///
  /// @throws UnsafeStart for anything else
  static AddressRange parse(String text) {
    try {
      var slash = text.indexOf('/');
      var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      var length = address.getAddress().length * 8;
      var bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
      if (bits >= 0 && bits <= length) {
        return new AddressRange(address, bits);
      }
    } catch (IllegalArgumentException _) {
      // Said below, as for a range that is too long.
    }
    throw new UnsafeStart(
        "PARLEY_TRUSTED_PROXIES holds something that is no address: " + text,
        "Name addresses or ranges such as 10.0.0.0/8, with commas between them.");
  }

  boolean contains(InetAddress address) {
    var mine = first.getAddress();
    var other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    var shift = mine.length * 8 - bits;
    return new BigInteger(1, mine)
        .shiftRight(shift)
        .equals(new BigInteger(1, other).shiftRight(shift));
  }
}
