package dev.parley.model;

import java.util.Random;
import java.util.function.IntUnaryOperator;

/// Texts that are random, and the same each time.
final class RandomText {

  private static final int LENGTH = 2_000;

  private RandomText() {}

  /// @param characters turns a random number that is not negative into a character
  static String random(IntUnaryOperator characters) {
    var random = new Random(42);
    var text = new StringBuilder();
    while (text.length() < LENGTH) {
      text.appendCodePoint(characters.applyAsInt(random.nextInt(1 << 24)));
    }
    return text.toString();
  }

  static String syllables(boolean inWords) {
    var random = new Random(7);
    var text = new StringBuilder();
    while (text.length() < LENGTH) {
      text.append("bcdfghjklmnpqrstvwxyz".charAt(random.nextInt(21)));
      text.append("aeiou".charAt(random.nextInt(5)));
      if (inWords && random.nextInt(3) == 0) {
        text.append(random.nextBoolean() ? "n " : " ");
      }
    }
    return text.toString();
  }

  /// Rows of 1 to 20 of each character of ASCII.
  static String rows() {
    var text = new StringBuilder();
    for (var c = '!'; c <= '~'; c++) {
      for (var count = 1; count <= 20; count++) {
        text.append(String.valueOf(c).repeat(count)).append(count % 2 == 0 ? " " : "x\n");
      }
    }
    return text.toString();
  }

  static byte[] bytes() {
    var bytes = new byte[LENGTH];
    new Random(42).nextBytes(bytes);
    return bytes;
  }
}
