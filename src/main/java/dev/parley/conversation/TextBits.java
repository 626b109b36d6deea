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

  /// Three rows of that length fill a page of PostgreSQL, six one of MariaDB, one a page of SQLite.
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

  /// How long the longest pieces are.
  static final int LONGEST = ALL.getFirst().length;

  /// How many bits a piece of each length sets.
  private static final int[] BITS_BY_LENGTH = bitsByLength();

  /// How many pieces of what is looked for are asked for: of the longest that it has, which are
  /// enough to tell it from all else, and of the next shorter ones.
  private static final int ASKED = 40;

  private static final int ASKED_AS_WELL = 8;

  /// What is shorter than this length says nothing more of what is longer.
  private static final int SHORTEST_AS_WELL = 3;

  /// A power of two.
  private static final int REMEMBERED = 1_024;

  private final byte[] bits;

  /// Some of the pieces that were added: most are there many times.
  private final long[] added = new long[REMEMBERED];

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

  /// Adds all pieces of a part of a text.
  ///
  /// @param folded the text, by [#folded(String)]
  void add(int[] folded, int from, int to) {
    for (var first = from; first < to; first++) {
      var hash = 0L;
      var end = Math.min(to, first + LONGEST);
      for (var at = first; at < end; at++) {
        hash = step(hash, folded[at]);
        var length = at + 1 - first;
        if (BITS_BY_LENGTH[length] > 0) {
          addPiece(finish(hash, length), BITS_BY_LENGTH[length]);
        }
      }
    }
  }

  private void addPiece(long hash, int count) {
    var place = (int) hash & (REMEMBERED - 1);
    if (added[place] != hash) {
      added[place] = hash;
      var bit = first(hash);
      for (var n = 0; n < count; n++) {
        bits[bit / Byte.SIZE] |= (byte) (1 << (bit % Byte.SIZE));
        bit = next(hash, bit);
      }
    }
  }

  /// The bits that are set wherever a text stands, as masks by their bytes, in the order in which
  /// they are best asked for.
  ///
  /// @param text at least one character
  static Map<Integer, Integer> of(String text) {
    var folded = folded(text);
    var masks = new LinkedHashMap<Integer, Integer>();
    var fitting = ALL.stream().filter(pieces -> pieces.length <= folded.length).toList();
    ask(folded, fitting.getFirst(), ASKED, masks);
    for (var shorter : fitting.subList(1, fitting.size())) {
      if (shorter.length >= SHORTEST_AS_WELL) {
        ask(folded, shorter, ASKED_AS_WELL, masks);
      }
    }
    return masks;
  }

  /// Asks for so many pieces at most, from all over the text.
  private static void ask(int[] text, Pieces pieces, int most, Map<Integer, Integer> masks) {
    var count = text.length - pieces.length + 1;
    for (var at = 0; at < count; at += Math.ceilDiv(count, most)) {
      var hash = hash(text, at, pieces.length);
      var bit = first(hash);
      for (var n = 0; n < pieces.bits; n++) {
        masks.merge(bit / Byte.SIZE, 1 << (bit % Byte.SIZE), (one, other) -> one | other);
        bit = next(hash, bit);
      }
    }
  }

  private static int[] bitsByLength() {
    var bits = new int[LONGEST + 1];
    ALL.forEach(pieces -> bits[pieces.length] = pieces.bits);
    return bits;
  }

  /// Its characters, each as all that databases take for the same letter.
  static int[] folded(String text) {
    var folded = new int[text.codePointCount(0, text.length())];
    var at = 0;
    for (var n = 0; n < folded.length; n++) {
      var character = text.codePointAt(at);
      folded[n] = folded(character);
      at += Character.charCount(character);
    }
    return folded;
  }

  /// What databases take for the same letter is the same here.
  static int folded(int character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }

  private static int first(long hash) {
    return scaled(hash & 0xFFFF_FFFFL);
  }

  private static int next(long hash, int bit) {
    var next = bit + (scaled(hash >>> Integer.SIZE) | 1);
    return next < BITS ? next : next - BITS;
  }

  /// Evenly between 0 and the number of bits.
  private static int scaled(long some) {
    return (int) ((some * BITS) >>> Integer.SIZE);
  }

  /// What it gives is stored, and so never changes. So are the steps that it consists of.
  private static long hash(int[] characters, int at, int length) {
    var hash = 0L;
    for (var n = at; n < at + length; n++) {
      hash = step(hash, characters[n]);
    }
    return finish(hash, length);
  }

  private static long step(long hash, int character) {
    var next = (hash ^ (character + 1)) * 0xBF58476D1CE4E5B9L;
    return next ^ (next >>> 29);
  }

  private static long finish(long hash, int length) {
    var last = (hash + length) * 0x94D049BB133111EBL;
    return last ^ (last >>> 31);
  }
}
