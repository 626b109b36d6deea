package dev.parley.factor;

import dev.parley.platform.Secret;
import java.util.Locale;
import java.util.regex.Pattern;

/// A code as somebody has typed it: with spaces or hyphens between its groups, or without, in
/// whatever case.
record TypedCode(String text) {

  private static final int LONGEST = 64;
  private static final Pattern BETWEEN_GROUPS = Pattern.compile("[\\s-]");
  private static final Pattern OF_AN_APP = Pattern.compile("\\d{6}");

  static TypedCode of(Secret code) {
    var typed = code.reveal();
    return typed.length() > LONGEST
        ? new TypedCode("")
        : new TypedCode(BETWEEN_GROUPS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT));
  }

  boolean isOfAnApp() {
    return OF_AN_APP.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "[code]";
  }
}
