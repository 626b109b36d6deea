package dev.parley.answer;

import java.nio.charset.StandardCharsets;

/// What every stream of server-sent events is made of, as it goes over the wire.
final class EventBytes {

  static final byte[] END = ascii("\n\n");

  /// Says nothing, and keeps the connection open.
  static final byte[] COMMENT = ascii(":\n\n");

  private EventBytes() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
