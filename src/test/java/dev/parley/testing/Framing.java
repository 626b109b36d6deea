package dev.parley.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The ways in which a server may write the same events; all of them are allowed by the standard
/// (WHATWG HTML, "Server-sent events").
public enum Framing {
  PLAIN,
  /// Each byte is a chunk of its own, so that characters are cut.
  BYTEWISE,
  CRLF,
  /// CR alone ends a line: whoever waits for the LF after it is late.
  CR,
  /// Comments, empty lines, other fields, an event without data, no space after the colon.
  COMMENTED,
  /// A JSON document over several `data` lines, which are joined by LF.
  MULTILINE,
  /// The stream begins with U+FEFF, which is no part of its first line.
  BOM;

  private static final JsonMapper JSON = new JsonMapper();

  void write(String data, Wire wire) throws IOException {
    var bytes = event(data).getBytes(StandardCharsets.UTF_8);
    if (this != BYTEWISE) {
      wire.chunk(bytes);
      return;
    }
    for (byte b : bytes) {
      wire.chunk(new byte[] {b});
    }
  }

  /// What comes before the first event.
  String preamble() {
    return this == BOM ? "\uFEFF" : "";
  }

  private String event(String data) {
    return switch (this) {
      case PLAIN, BYTEWISE, BOM -> "data: " + data + "\n\n";
      case CRLF -> "data: " + data + "\r\n\r\n";
      case CR -> "data: " + data + "\r\r";
      case COMMENTED ->
          """
          : keep-alive

          :

          event: ping
          id: 7

          retry: 3000
          unheard-of: field
          id
          data:%s
          event: message

          """
              .formatted(data);
      case MULTILINE ->
          inLines(data).lines().map(line -> "data: " + line + "\n").collect(Collectors.joining())
              + "\n";
    };
  }

  private static String inLines(String data) {
    try {
      return JSON.readTree(data).toPrettyString();
    } catch (JacksonException _) {
      return data; // [DONE] is no JSON
    }
  }
}
