package dev.parley.bench;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/// Reads responses of HTTP/1.1 from bytes cut anywhere, and hands their bodies on byte by byte.
final class ResponseReader {

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
  private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding: *chunked");
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  /// Where in a response the next byte stands.
  private enum Place {
    HEAD,
    BODY,
    SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER
  }

  private final TokenReader body;
  private final StringBuilder head = new StringBuilder();
  private Place place = Place.HEAD;
  private long left;
  private int status;

  ResponseReader(TokenReader body) {
    this.body = body;
  }

  int status() {
    return status;
  }

  /// @return whether a response has ended with these bytes
  boolean read(ByteBuffer bytes, long now) {
    while (bytes.hasRemaining()) {
      if (take(bytes.get(), now)) {
        return true;
      }
    }
    return false;
  }

  private boolean take(byte next, long now) {
    switch (place) {
      case HEAD -> {
        head.append((char) next);
        return next == '\n' && head.length() > 3 && isHeadWhole() && begin();
      }
      case BODY -> {
        body.take(next, now);
        return --left == 0 && end();
      }
      case SIZE -> takeSize(next);
      case CHUNK -> {
        body.take(next, now);
        place = --left == 0 ? Place.CHUNK_END : place;
      }
      case CHUNK_END -> place = next == '\n' ? Place.SIZE : place;
      case TRAILER -> {
        return next == '\n' && end();
      }
    }
    return false;
  }

  private void takeSize(byte next) {
    if (next == '\n') {
      place = left == 0 ? Place.TRAILER : Place.CHUNK;
    } else if (next != '\r') {
      left = left << 4 | Character.digit(next, 16);
    }
  }

  private boolean isHeadWhole() {
    return head.charAt(head.length() - 3) == '\n';
  }

  private boolean begin() {
    status = Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
    var length = LENGTH.matcher(head);
    var chunked = CHUNKED.matcher(head).find();
    left = length.find() ? Long.parseLong(length.group(1)) : 0;
    place = chunked ? Place.SIZE : Place.BODY;
    body.begin();
    head.setLength(0);
    return !chunked && left == 0 && end();
  }

  private boolean end() {
    place = Place.HEAD;
    return true;
  }
}
