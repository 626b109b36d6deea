package dev.parley.factor;

/// Bytes as letters and digits that people can copy (RFC 4648, section 6), without padding.
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final int LOWEST = 0x1f;

  private Base32() {}

  static String encode(byte[] bytes) {
    var text = new StringBuilder();
    var buffer = 0;
    var bits = 0;
    for (var octet : bytes) {
      buffer = (buffer << Byte.SIZE) | Byte.toUnsignedInt(octet);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt((buffer >>> bits) & LOWEST));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (BITS - bits)) & LOWEST));
    }
    return text.toString();
  }

  /// The bytes of a text that was made here.
  static byte[] decode(String text) {
    var bytes = new byte[text.length() * BITS / Byte.SIZE];
    var buffer = 0;
    var bits = 0;
    var length = 0;
    for (var i = 0; i < text.length(); i++) {
      buffer = (buffer << BITS) | ALPHABET.indexOf(text.charAt(i));
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes[length++] = (byte) (buffer >>> bits);
      }
    }
    return bytes;
  }
}
