package dev.parley.model;

import java.util.regex.Pattern;

/// What a model service says, made fit to be passed on.
final class Scrubbed {

  private static final int LONGEST = 500;

  /// By their usual prefixes, or 32 letters and digits in a row.
  private static final Pattern KEYS =
      Pattern.compile(
          """
          \\b(?:g?sk|xai|key|par)[-_][\\w*.-]{4,}\
          |(?i:bearer)\\s+\\S{8,}\
          |\\b(?=\\p{Alnum}*\\d)(?=\\p{Alnum}*\\p{Alpha})\\p{Alnum}{32,}""");

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
  private static final Pattern HALF_PAIRS = Pattern.compile("\\p{Cs}");

  private Scrubbed() {}

  /// The text without anything that looks like a key, well-formed, on one line, at most 500
  /// characters.
  static String text(String said) {
    var enough = said.substring(0, Math.min(said.length(), 4 * LONGEST));
    var wellFormed = HALF_PAIRS.matcher(enough).replaceAll("\ufffd");
    var oneLine = BREAKS.matcher(wellFormed).replaceAll(" ");
    var clean = KEYS.matcher(oneLine).replaceAll("[secret]");
    return clean.length() <= LONGEST ? clean : cut(clean) + "…";
  }

  private static String cut(String text) {
    var end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
