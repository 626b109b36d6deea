package dev.parley.model;

import java.util.List;

/// How many tokens a text has at most, without the vocabulary of any model: what matters is to err
/// high, so that what is sent fits. Held against real vocabularies by a test.
public final class TokenEstimate {

  /// What a message costs beyond its text: its role and its borders.
  public static final int PER_MESSAGE = 8;

  /// Costs are counted in twelfths of a token.
  private static final int TOKEN = 12;

  /// A lower-case letter in an ordinary word, a space before a word, and more of what is repeated.
  private static final int LETTER = 4;

  private static final int SPACE = 2;
  private static final int REPEATED = 6;

  /// The letters that often follow `a`, `b`, … `z` in European languages. Vocabularies are made of
  /// such pairs; two letters that are none stand for themselves.
  private static final String[] PAIRS = {
    "bcdfgiklmnprstuvy",
    "aeiloruy",
    "aehikloru",
    "aeiorsu",
    "abcdefgilmnprstuvwxy",
    "aefioru",
    "aehilnoru",
    "aeiorty",
    "abcdefglmnoprstvz",
    "aou",
    "aei",
    "adefilosuy",
    "aeimopuy",
    "acdefgikostuy",
    "bcdfgklmnoprstuvw",
    "aehiloprtu",
    "u",
    "acdeiklmnorstuy",
    "aceghiklmopstuw",
    "aehiorstuwy",
    "abcdeilmnprst",
    "aeio",
    "aehio",
    "pt",
    "e",
    "e"
  };

  private static final boolean[] IS_PAIR = new boolean[26 * 26];

  static {
    for (var first = 0; first < PAIRS.length; first++) {
      for (var second : PAIRS[first].toCharArray()) {
        IS_PAIR[26 * first + second - 'a'] = true;
      }
    }
  }

  private TokenEstimate() {}

  /// Tokens of the text, rounded up; at least 1.
  public static int of(String text) {
    long cost = 0;
    var run = 0;
    var previous = '\n';
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      run = c == previous ? run + 1 : 1;
      cost += c < 0x80 ? ofAscii(previous, c, run) : ofOther(c);
      previous = c;
    }
    return Math.clamp(cost / TOKEN + 1, 1, Integer.MAX_VALUE);
  }

  /// Tokens of all that is said at once.
  public static int of(String text, List<FunctionCall> calls) {
    return of(text) + calls.stream().mapToInt(FunctionCall::estimatedTokens).sum();
  }

  /// @param run how many times the character stands there in a row
  private static int ofAscii(char previous, char c, int run) {
    if (isLower(c)) {
      return ofLower((char) (previous | 0x20), c, previous);
    }
    return switch (c) {
      case ' ' -> isSpace(previous) && run <= 2 ? TOKEN : SPACE;
      case '\n', '\t', '\r' -> run > 1 || previous == '\r' ? REPEATED : TOKEN;
      default -> run > 1 && !Character.isLetterOrDigit(c) && c > ' ' ? REPEATED : TOKEN;
    };
  }

  /// A space and the letter after it are one token together.
  private static int ofLower(char previousLower, char c, char previous) {
    if (previous == ' ') {
      return TOKEN - SPACE;
    }
    return isLower(previousLower)
            && previous < 0x80
            && IS_PAIR[26 * (previousLower - 'a') + c - 'a']
        ? LETTER
        : TOKEN;
  }

  /// Whatever is rare costs as many tokens as it has bytes in UTF-8; only Russian letters do not.
  private static int ofOther(char c) {
    if (c >= 0x410 && c <= 0x44f) {
      return TOKEN + SPACE;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 * TOKEN : 3 * TOKEN;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }
}
