package dev.parley.answer;

/// The words of a growing text, which are the same for every reader, at any time and on any node:
/// where one ends is told by the text alone. A word has the blanks before it, and ends with the
/// blank that follows, with a letter of a script that has no blanks, or where it gets too long.
final class Words {

  /// No word has ended yet.
  static final int OPEN = -1;

  /// UTF-16 units, give or take a surrogate pair.
  private static final int LONGEST = 32;

  /// Where scripts begin that do without blanks, in Unicode: radicals, kana, ideographs, Hangul.
  private static final char FIRST_WITHOUT_BLANKS = '\u2e80';

  private Words() {}

  /// Where the word ends that begins at an offset.
  ///
  /// @param to up to where to look
  /// @return [#OPEN] where it may go on
  static int end(CharSequence text, int from, int to) {
    var isBlank = true;
    for (var at = from; at < to; at++) {
      var c = text.charAt(at);
      if (c <= ' ' && !isBlank) {
        return at;
      }
      isBlank &= c <= ' ';
      var isFull = c >= FIRST_WITHOUT_BLANKS || at + 1 - from >= LONGEST;
      if (isFull && !Character.isHighSurrogate(c)) {
        return at + 1;
      }
    }
    return OPEN;
  }
}
