package dev.parley.testing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What the fake says, piece by piece, the same every time.
public record Script(List<String> pieces) {
  private static final Pattern UP_TO_16_CHARACTERS = Pattern.compile("(?s).{1,16}");

  /// The halves of one surrogate pair stand next to each other: the fake sends them in two events.
  private static final List<String> SYMBOLS =
      List.of(
          "👋 ",
          "你好，",
          "\ud83d",
          "\ude00 ",
          "مرحبا ",
          "cafe\u0301 ",
          "\"quoted\" ",
          "C:\\new ",
          "line\nbreak\ttab ",
          "<b>&amp;</b> ",
          "\u2028",
          "👩‍👩‍👧 ",
          "data: [DONE]\n\n");

  /// Keeps its own copy.
  public Script {
    pieces = List.copyOf(pieces);
  }

  /// `"w0 "`, `"w1 "`, and so on: what `say-N-MS` and all models without a script of their own say.
  public static Script words(int count) {
    return new Script(IntStream.range(0, count).mapToObj(i -> "w" + i + " ").toList());
  }

  /// What `emoji-N-MS` and `bytewise-N` say: emoji, CJK, Arabic, combining marks, quotes,
  /// backslashes, line breaks, markup, U+2028, and a surrogate pair cut in two (never by the end).
  public static Script emoji(int count) {
    return new Script(IntStream.range(0, count).mapToObj(i -> symbol(i, i == count - 1)).toList());
  }

  /// Any text, in pieces of at most 16 characters.
  public static Script of(String text) {
    return new Script(UP_TO_16_CHARACTERS.matcher(text).results().map(MatchResult::group).toList());
  }

  /// All of it.
  public String text() {
    return String.join("", pieces);
  }

  private static String symbol(int index, boolean last) {
    var symbol = SYMBOLS.get(index % SYMBOLS.size());
    return last && Character.isHighSurrogate(symbol.charAt(0)) && symbol.length() == 1
        ? "😀"
        : symbol;
  }
}
