package dev.parley.conversation;

/// Texts that are too long to be read for many messages at once.
final class LongTexts {

  /// Bytes of what a message `m` has in texts. No database reads the texts for that.
  static final String BYTES =
      "OCTET_LENGTH(m.content) + COALESCE(OCTET_LENGTH(m.function_calls), 0)";

  private static final int SHORT = 65_536;

  /// Its text, or an empty one where its texts are long.
  static final String CONTENT = ifShort("m.content", "''");

  /// Its function calls, or none where its texts are long.
  static final String CALLS = ifShort("m.function_calls", "NULL");

  /// 1 where its texts are long, else 0.
  static final String ARE_LONG = ifShort("0", "1");

  private LongTexts() {}

  static boolean isLong(long bytes) {
    return bytes > SHORT;
  }

  private static String ifShort(String one, String other) {
    return "CASE WHEN %s <= %d THEN %s ELSE %s END".formatted(BYTES, SHORT, one, other);
  }
}
