package dev.parley.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which pieces of a few characters stand in some texts, small and capital letters alike: a set of
/// bits (a Bloom filter). A piece that stands there is always found; of those that do not, hardly
/// any is.
///
/// Long pieces tell more: whatever stands three characters long in a word that is looked for may
/// well stand in other words of a text, what is six long hardly. But there are many of them, and
/// what is looked for has several, so each sets few bits. Short ones are few, and one may be all
/// that is looked for, so each sets many: some bits are set in every block by what stands in every
/// block, and one that is looked for must not meet these alone.
final class TextBits {

  /// Three rows of that length fill a page of PostgreSQL, six one of MariaDB.
  static final int BYTES = 2_560;

  /// How much text can be added at one time, in characters.
  static final int MOST = 500;

  private static final int BITS = BYTES * Byte.SIZE;
  private static final int FULL = BITS * 60 / 100;

  /// Pieces of one length.
  ///
  /// @param length in characters
  /// @param bits that each of them sets
  private record Pieces(int length, int bits) {}

  /// The longest first: they are what is asked first.
  private static final List<Pieces> ALL =
      List.of(
          new Pieces(6, 2),
          new Pieces(4, 1),
          new Pieces(3, 8),
          new Pieces(2, 10),
          new Pieces(1, 10));

  /// How many pieces of what is looked for are asked for: of the longest that it has, which are
  /// enough to tell it from all else, and of the next shorter ones.
  private static final int ASKED = 40;

  private static final int ASKED_AS_WELL = 8;

  /// What is shorter than this length says nothing more of what is longer.
  private static final int SHORTEST_AS_WELL = 3;

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
    return set > FULL;
  }

  void add(String text) {
    var folded = folded(text);
    for (var pieces : ALL) {
      for (var at = 0; at + pieces.length <= folded.length; at++) {
        var hash = hash(folded, at, pieces.length);
        for (var n = 0; n < pieces.bits; n++) {
          var bit = bit(hash, n);
          bits[bit / Byte.SIZE] |= (byte) (1 << (bit % Byte.SIZE));
        }
      }
    }
  }

  /// The bits that are set wherever a text stands, as masks by their bytes, in the order in which
  /// they are best asked for.
  static Map<Integer, Integer> of(String text) {
    var folded = folded(text);
    var masks = new LinkedHashMap<Integer, Integer>();
    for (var pieces : ALL) {
      if (pieces.length <= folded.length
          && (masks.isEmpty() || pieces.length >= SHORTEST_AS_WELL)) {
        ask(folded, pieces, masks.isEmpty() ? ASKED : ASKED_AS_WELL, masks);
      }
    }
    return masks;
  }

  /// Asks for so many pieces at most, from all over the text.
  private static void ask(int[] text, Pieces pieces, int most, Map<Integer, Integer> masks) {
    var count = text.length - pieces.length + 1;
    for (var at = 0; at < count; at += Math.ceilDiv(count, most)) {
      var hash = hash(text, at, pieces.length);
      for (var n = 0; n < pieces.bits; n++) {
        var bit = bit(hash, n);
        masks.merge(bit / Byte.SIZE, 1 << (bit % Byte.SIZE), (one, other) -> one | other);
      }
    }
  }

  private static int[] folded(String text) {
    return text.codePoints().map(TextBits::folded).toArray();
  }

  /// What databases take for the same letter is the same here.
  static int folded(int character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }

  private static int bit(long hash, int n) {
    return (int) Long.remainderUnsigned(hash + n * (hash >>> Integer.SIZE), BITS);
  }

  /// It is stored, and so never changes.
  private static long hash(int[] characters, int at, int length) {
    var hash = 0x9E3779B97F4A7C15L * length;
    for (var n = at; n < at + length; n++) {
      hash = (hash ^ characters[n]) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 29;
    }
    hash *= 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }
}
