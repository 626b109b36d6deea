package dev.parley.answer;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// Text as the inside of a JSON string in UTF-8 (RFC 8259, section 7).
final class JsonText {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /// The most bytes that one character becomes: those of an escape.
  private static final int LONGEST = 6;

  private JsonText() {}

  /// Writes the characters from `from` (included) to `to` (not included). Half of a surrogate pair,
  /// where a reader begins between the two, becomes an escape, which puts the pair together again
  /// at the client's. U+2028 and U+2029, which some take for line ends, become escapes as well.
  ///
  /// @param into a buffer on the heap
  static void write(CharSequence text, int from, int to, ByteBuf into) {
    into.ensureWritable(LONGEST * (to - from));
    var bytes = into.array();
    var start = into.arrayOffset();
    var at = start + into.writerIndex();
    for (var i = from; i < to; i++) {
      var c = text.charAt(i);
      if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
        bytes[at++] = (byte) c;
      } else if (c < 0x80) {
        at = writeAscii(c, bytes, at);
      } else if (c < 0x800) {
        bytes[at++] = (byte) (0xc0 | (c >> 6));
        bytes[at++] = continuation(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        at = writePair(Character.toCodePoint(c, text.charAt(i)), bytes, at);
      } else if (Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
        at = writeEscape(c, bytes, at);
      } else {
        bytes[at++] = (byte) (0xe0 | (c >> 12));
        bytes[at++] = continuation(c >> 6);
        bytes[at++] = continuation(c);
      }
    }
    into.writerIndex(at - start);
  }

  private static int writeAscii(char c, byte[] bytes, int at) {
    return switch (c) {
      case '"', '\\' -> writeShort(c, bytes, at);
      case '\n' -> writeShort('n', bytes, at);
      case '\r' -> writeShort('r', bytes, at);
      case '\t' -> writeShort('t', bytes, at);
      default -> writeEscape(c, bytes, at);
    };
  }

  private static int writeShort(char c, byte[] bytes, int at) {
    bytes[at] = '\\';
    bytes[at + 1] = (byte) c;
    return at + 2;
  }

  private static int writePair(int codePoint, byte[] bytes, int at) {
    bytes[at] = (byte) (0xf0 | (codePoint >> 18));
    bytes[at + 1] = continuation(codePoint >> 12);
    bytes[at + 2] = continuation(codePoint >> 6);
    bytes[at + 3] = continuation(codePoint);
    return at + 4;
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3f));
  }

  private static int writeEscape(char c, byte[] bytes, int at) {
    bytes[at] = '\\';
    bytes[at + 1] = 'u';
    for (var digit = 0; digit < 4; digit++) {
      bytes[at + 2 + digit] = HEX[(c >> (12 - 4 * digit)) & 0xf];
    }
    return at + LONGEST;
  }
}
