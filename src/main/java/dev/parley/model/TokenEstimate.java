package dev.parley.model;

/// How many tokens a text has at most, without the vocabulary of any model: what matters is to err
/// high, so that what is sent fits. Held against real vocabularies by a test.
public final class TokenEstimate {

  /// What a message costs beyond its text: its role and its borders.
  public static final int PER_MESSAGE = 8;

  private static final int SCALE = 12;

  private TokenEstimate() {}

  /// Tokens of the text, rounded up; at least 1.
  public static int of(String text) {
    long parts = SCALE;
    var previous = ' ';
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      parts += cost(previous, c);
      previous = c;
    }
    return (int) Math.min(Integer.MAX_VALUE, (parts + SCALE - 1) / SCALE);
  }

  /// Twelfths of a token that a character adds. Words are joined to few tokens only where they are
  /// plain: lower-case letters after letters or a space. Everything else is taken for rare.
  private static int cost(char previous, char c) {
    if (c >= 'a' && c <= 'z') {
      return isLower(previous) || isSpace(previous) ? 4 : 8;
    }
    if (isSpace(c)) {
      return isSpace(previous) ? 3 : 2;
    }
    if (c < 0x80) {
      return c == previous ? 6 : 12;
    }
    return c < 0x800 ? 14 : 24;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t';
  }
}
