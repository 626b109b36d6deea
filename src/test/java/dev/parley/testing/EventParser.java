package dev.parley.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The grammar of server-sent events (WHATWG HTML, "Interpreting an event stream").
///
/// Stricter than a browser in one thing: bytes that are no UTF-8 are an error.
final class EventParser {
  private final Consumer<Event> events;
  private final Consumer<String> comments;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private @Nullable String id;
  private String name = "";
  private boolean anyField;
  private boolean afterCr;
  private boolean first = true;

  EventParser(Consumer<Event> events, Consumer<String> comments) {
    this.events = events;
    this.comments = comments;
  }

  /// Takes the next byte; an event is passed on with the byte that ends its empty line, which for
  /// CR LF is the CR.
  void accept(byte b) throws CharacterCodingException {
    boolean restOfLineEnd = b == '\n' && afterCr;
    afterCr = b == '\r';
    if (restOfLineEnd) {
      return;
    }
    if (b == '\n' || b == '\r') {
      endLine();
    } else {
      line.write(b);
    }
  }

  /// Whether nothing has begun that has not ended: the only place where a stream may end.
  boolean isBetweenEvents() {
    return line.size() == 0 && !anyField;
  }

  private void endLine() throws CharacterCodingException {
    // Lines end at bytes that are no part of a longer character, so each is decoded on its own.
    var bytes = ByteBuffer.wrap(line.toByteArray());
    line.reset();
    var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    take(first && text.startsWith("\uFEFF") ? text.substring(1) : text);
    first = false;
  }

  private void take(String text) {
    int colon = text.indexOf(':');
    if (text.isEmpty()) {
      dispatch();
    } else if (colon == 0) {
      comments.accept(text.substring(1).strip());
    } else if (colon < 0) {
      field(text, "");
    } else {
      var value = text.substring(colon + 1);
      field(text.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
    }
  }

  private void field(String field, String value) {
    anyField = true;
    switch (field) {
      case "data" -> data.append(value).append('\n');
      case "event" -> name = value;
      case "id" -> id = value.indexOf('\0') < 0 ? value : id;
      default -> {} // `retry` is for reconnecting, which no test does by itself; others mean
        // nothing
    }
  }

  private void dispatch() {
    if (!data.isEmpty()) {
      data.setLength(data.length() - 1);
      events.accept(new Event(id, name.isEmpty() ? "message" : name, data.toString()));
    }
    data.setLength(0);
    id = null;
    name = "";
    anyField = false;
  }
}
