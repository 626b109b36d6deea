package dev.parley.conversation;

import java.util.Map;
import java.util.TreeMap;

/// Which pieces of one, two and three characters stand in some texts, small and capital letters
/// alike: a set of bits, of which each piece sets three (a Bloom filter). A piece that stands there
/// is always found; of those that do not, one in thirty is.
final class TextBits {

  static final int BYTES = 2_048;

  /// How much text can be added at one time, in characters.
  static final int MOST = 700;

  private static final int BITS = BYTES * Byte.SIZE;
  private static final int BITS_OF_A_NUMBER = Integer.numberOfTrailingZeros(BITS);
  private static final int LONGEST_PIECE = 3;
  private static final int BITS_OF_A_PIECE = 3;

  /// Of the pieces of what is looked for: these are enough to tell it from all else.
  private static final int ASKED = 48;

  private final byte[] bits;

  TextBits(byte[] bits) {
    this.bits = bits;
  }

  static TextBits none() {
    return new TextBits(new byte[BYTES]);
  }

  byte[] bytes() {
    return bits;
  }

  /// Whether so many bits are set that no more text is to be added.
  boolean isFull() {
    var set = 0;
    for (var some : bits) {
      set += Integer.bitCount(some & 0xff);
    }
    return set > BITS / 4;
  }

  void add(String text) {
    var folded = folded(text);
    for (var length = 1; length <= LONGEST_PIECE; length++) {
      for (var at = 0; at + length <= folded.length; at++) {
        var hash = hash(folded, at, length);
        for (var n = 0; n < BITS_OF_A_PIECE; n++) {
          var bit = bit(hash, n);
          bits[bit / Byte.SIZE] |= (byte) (1 << (bit % Byte.SIZE));
        }
      }
    }
  }

  /// The bits that are set wherever a text stands, as masks by their bytes.
  static Map<Integer, Integer> of(String text) {
    var folded = folded(text);
    var length = Math.min(LONGEST_PIECE, folded.length);
    var pieces = folded.length - length + 1;
    var step = Math.ceilDiv(pieces, ASKED);
    var masks = new TreeMap<Integer, Integer>();
    for (var at = 0; at < pieces; at += step) {
      var hash = hash(folded, at, length);
      for (var n = 0; n < BITS_OF_A_PIECE; n++) {
        var bit = bit(hash, n);
        masks.merge(bit / Byte.SIZE, 1 << (bit % Byte.SIZE), (one, other) -> one | other);
      }
    }
    return masks;
  }

  private static int[] folded(String text) {
    return text.codePoints().map(TextBits::folded).toArray();
  }

  /// What databases take for the same letter is the same here.
  static int folded(int character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }

  private static int bit(long hash, int n) {
    return (int) (hash >>> (n * BITS_OF_A_NUMBER)) & (BITS - 1);
  }

  /// It is stored, and so never changes.
  private static long hash(int[] characters, int at, int length) {
    var hash = 0x9E3779B97F4A7C15L * length;
    for (var n = at; n < at + length; n++) {
      hash = (hash ^ characters[n]) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 29;
    }
    return (hash * 0x94D049BB133111EBL) >>> 16;
  }
}
