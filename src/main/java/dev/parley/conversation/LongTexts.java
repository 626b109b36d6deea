package dev.parley.conversation;

/// Texts that are too long to be read for many messages at once.
final class LongTexts {

  /// Bytes of what a message `m` has in texts. No database reads the texts for that.
  static final String BYTES =
      "OCTET_LENGTH(m.content) + COALESCE(OCTET_LENGTH(m.function_calls), 0)";

  private static final int SHORT = 65_536;

  /// 1 where they are too long, else 0.
  static final String ARE_LEFT_OUT = "CASE WHEN %s <= %d THEN 0 ELSE 1 END".formatted(BYTES, SHORT);

  private LongTexts() {}

  static boolean isLong(long bytes) {
    return bytes > SHORT;
  }

  /// A column of a message `m`, but nothing where its texts are long.
  static String leftOut(String column) {
    return "CASE WHEN %s <= %d THEN %s END".formatted(BYTES, SHORT, column);
  }
}
