package dev.parley.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What stands around the text of a chunk. Services write it anew with each chunk of an answer, and
/// mostly byte for byte: such a chunk says what the one before said, but for its text, and is read
/// without parsing it.
final class Envelope {

  private static final char REPLACEMENT = '\ufffd';
  private static final byte[] NOTHING = {};

  private byte[] before = NOTHING;
  private byte[] after = NOTHING;

  /// Keeps what stands around the text of a chunk that was parsed.
  ///
  /// @param text where the string with the text begins, behind its first quotation mark
  /// @param textEnd where its last quotation mark stands
  void learn(byte[] bytes, int from, int text, int textEnd, int to) {
    before = Arrays.copyOfRange(bytes, from, text);
    after = Arrays.copyOfRange(bytes, textEnd, to);
  }

  /// Reads a chunk that stands in this envelope.
  ///
  /// @return whether it does; else, and where its text has escapes or may be broken, it has to be
  /// parsed
  boolean read(byte[] bytes, int from, int to, StringBuilder into) {
    var text = from + before.length;
    var textEnd = to - after.length;
    return before.length > 0
        && text <= textEnd
        && Arrays.equals(bytes, from, text, before, 0, before.length)
        && Arrays.equals(bytes, textEnd, to, after, 0, after.length)
        && readText(bytes, text, textEnd, into);
  }

  private static boolean readText(byte[] bytes, int from, int to, StringBuilder into) {
    var ascii = true;
    for (var at = from; at < to; at++) {
      var unit = bytes[at];
      if (unit == '"' || unit == '\\' || (unit >= 0 && unit < ' ')) {
        return false;
      }
      ascii &= unit >= 0;
    }
    return ascii ? appendAscii(bytes, from, to, into) : appendUtf8(bytes, from, to, into);
  }

  private static boolean appendAscii(byte[] bytes, int from, int to, StringBuilder into) {
    for (var at = from; at < to; at++) {
      into.append((char) bytes[at]);
    }
    return true;
  }

  private static boolean appendUtf8(byte[] bytes, int from, int to, StringBuilder into) {
    var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      return false;
    }
    into.append(text);
    return true;
  }
}
