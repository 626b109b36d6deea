package dev.parley.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// The key of the last row of a page, opaque to the client.
public final class Cursor {

  private static final String SEPARATOR = ",";
  private static final int LIMIT = 1_024;

  private Cursor() {}

  /// A cursor that holds these parts, none of which may hold a comma.
  public static String of(Object... parts) {
    var joined = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  /// The parts of a cursor that a client sent back.
  ///
  /// @throws Invalid where it is not one of ours
  public static List<String> parts(String cursor, int count) {
    if (cursor.length() > LIMIT) {
      throw unknown();
    }
    try {
      var joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var parts = List.of(joined.split(SEPARATOR, -1));
      if (parts.size() != count) {
        throw unknown();
      }
      return parts;
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  /// A text as a part.
  public static String part(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A part that is a text.
  public static String text(String part) {
    try {
      return new String(HexFormat.of().parseHex(part), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  /// A part that is a number.
  public static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException _) {
      throw unknown();
    }
  }

  private static Invalid unknown() {
    return new Invalid("cursor", "is not a cursor of this list");
  }
}
