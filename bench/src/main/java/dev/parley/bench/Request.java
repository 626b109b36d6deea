package dev.parley.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A request as it goes over the wire.
record Request(byte[] bytes) {

  static Request get(String path, String token) {
    return of("GET", path, token, "application/json", "");
  }

  static Request post(String path, String token, String body) {
    return of("POST", path, token, "application/json", body);
  }

  /// For an answer as a stream of events.
  static Request stream(String path, String token, String body) {
    return of("POST", path, token, "text/event-stream", body);
  }

  static Request of(String method, String path, String token, String accept, String body) {
    var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    var text =
        """
        %s %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Accept: %s\r
        Content-Type: application/json\r
        %sContent-Length: %d\r
        \r
        %s"""
            .formatted(method, path, accept, authorization, body.length(), body);
    return new Request(text.getBytes(StandardCharsets.US_ASCII));
  }

  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes);
  }
}
