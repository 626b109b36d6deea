package dev.parley.answer;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// Text as the inside of a JSON string in UTF-8 (RFC 8259, section 7).
final class JsonText {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private JsonText() {}

  /// Writes the characters from `from` (included) to `to` (not included). Half of a surrogate pair,
  /// where a reader begins between the two, becomes an escape, which puts the pair together again
  /// at the client's. U+2028 and U+2029, which some take for line ends, become escapes as well.
  static void write(CharSequence text, int from, int to, ByteBuf into) {
    for (var i = from; i < to; i++) {
      var c = text.charAt(i);
      if (c < 0x80) {
        writeAscii(c, into);
      } else if (c < 0x800) {
        into.writeByte(0xc0 | (c >> 6)).writeByte(continuation(c));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        writePair(Character.toCodePoint(c, text.charAt(i)), into);
      } else if (Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
        writeEscape(c, into);
      } else {
        into.writeByte(0xe0 | (c >> 12)).writeByte(continuation(c >> 6)).writeByte(continuation(c));
      }
    }
  }

  private static void writeAscii(char c, ByteBuf into) {
    switch (c) {
      case '"', '\\' -> into.writeByte('\\').writeByte(c);
      case '\n' -> into.writeByte('\\').writeByte('n');
      case '\r' -> into.writeByte('\\').writeByte('r');
      case '\t' -> into.writeByte('\\').writeByte('t');
      default -> {
        if (c < 0x20 || c == 0x7f) {
          writeEscape(c, into);
        } else {
          into.writeByte(c);
        }
      }
    }
  }

  private static void writePair(int codePoint, ByteBuf into) {
    into.writeByte(0xf0 | (codePoint >> 18))
        .writeByte(continuation(codePoint >> 12))
        .writeByte(continuation(codePoint >> 6))
        .writeByte(continuation(codePoint));
  }

  private static int continuation(int bits) {
    return 0x80 | (bits & 0x3f);
  }

  private static void writeEscape(char c, ByteBuf into) {
    into.writeByte('\\').writeByte('u');
    for (var shift = 12; shift >= 0; shift -= 4) {
      into.writeByte(HEX[(c >> shift) & 0xf]);
    }
  }
}
