package dev.parley.web;

import java.util.regex.Pattern;

/// Text that people send. It is data, and is kept as it is but for what no text needs.
public final class Text {

  /// Control characters other than tab and newline, and embeddings, overrides and isolates of the
  /// writing direction (UAX #9), with which a text can be made to look like another. Marks of
  /// direction stay: right-to-left scripts need them.
  private static final Pattern UNWANTED =
      Pattern.compile("[\\p{Cc}&&[^\t\n]]|[\u202a-\u202e\u2066-\u2069]");

  private Text() {}

  /// The text without what is unwanted in it. Markup, quotes and code stay as they are: whoever
  /// shows text escapes it.
  public static String sanitise(String text) {
    var matcher = UNWANTED.matcher(text);
    return matcher.find() ? matcher.replaceAll("") : text;
  }

  /// How many characters people count in it: code points.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
