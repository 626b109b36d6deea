package dev.parley.answer;

/// A text that only grows, and never ends in half of a surrogate pair: a half waits for the other,
/// and becomes U+FFFD if that does not come. NUL, which not every database can store, is left out.
/// Not safe for several threads.
final class GrowingText {

  private static final char REPLACEMENT = '\ufffd';
  private static final char NONE = 0;

  private final StringBuilder text = new StringBuilder();
  private char waiting = NONE;

  /// The text so far; nobody else may change it.
  StringBuilder characters() {
    return text;
  }

  int length() {
    return text.length();
  }

  void append(CharSequence more) {
    if (waiting == NONE && isPlain(more)) {
      text.append(more);
      return;
    }
    for (var i = 0; i < more.length(); i++) {
      append(more.charAt(i));
    }
  }

  private static boolean isPlain(CharSequence more) {
    for (var i = 0; i < more.length(); i++) {
      var c = more.charAt(i);
      if (c == NONE || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /// Says that nothing comes any more.
  void close() {
    if (waiting != NONE) {
      text.append(REPLACEMENT);
      waiting = NONE;
    }
  }

  private void append(char c) {
    if (Character.isLowSurrogate(c)) {
      if (waiting == NONE) {
        text.append(REPLACEMENT);
      } else {
        text.append(waiting).append(c);
        waiting = NONE;
      }
      return;
    }
    close();
    if (Character.isHighSurrogate(c)) {
      waiting = c;
    } else if (c != NONE) {
      text.append(c);
    }
  }
}
