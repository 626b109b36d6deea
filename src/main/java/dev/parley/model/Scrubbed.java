package dev.parley.model;

import java.util.regex.Pattern;

/// What a model service says, made fit to be passed on.
final class Scrubbed {

  private static final int LONGEST = 500;
  private static final Pattern KEYS =
      Pattern.compile("\\b(?:sk|key|par)[-_][\\w*.-]{4,}|Bearer\\s+\\S+");
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

  private Scrubbed() {}

  /// The text without anything that looks like a key, on one line, at most 500 characters.
  static String text(String said) {
    var oneLine =
        CONTROLS.matcher(said.substring(0, Math.min(said.length(), 4 * LONGEST))).replaceAll(" ");
    var clean = KEYS.matcher(oneLine).replaceAll("[secret]");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
  }
}
