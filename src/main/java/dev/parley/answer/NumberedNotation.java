package dev.parley.answer;

import static dev.parley.answer.EventBytes.ascii;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes one answer for one reader as events that are numbered without gaps. There is one event
/// for each word of the text, so an event has the same number for whoever reads it, and a reader
/// who names the last that it has gets exactly the rest: live, from another node, or long after.
final class NumberedNotation implements Notation {

  private static final byte[] EVENT = ascii("event: ");
  private static final byte[] DATA = ascii("\ndata: ");
  private static final byte[] DELTA = ascii(",\"delta\":\"");
  private static final byte[] NUMBER = ascii("\",\"sequence_number\":");
  private static final byte[] DELTA_END = ascii("}\n\n");

  /// UTF-16 units of text in one piece, each of which may be an event.
  private static final int PIECE = 2_048;

  private final JsonMapper json;
  private final Telling telling;
  private final byte[] delta;
  private final int after;
  private int number;

  /// @param after the last event that the reader has; -1 for none
  NumberedNotation(JsonMapper json, Telling telling, int after) {
    this.json = json;
    this.telling = telling;
    this.after = after;
    this.delta = deltaHead(telling.delta());
  }

  private byte[] deltaHead(ObjectNode body) {
    var data = json.writeValueAsString(body);
    var open = data.substring(0, data.length() - 1);
    var head = "event: %s\ndata: %s".formatted(body.path("type").asString(), open);
    return head.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String contentType() {
    return "text/event-stream; charset=utf-8";
  }

  @Override
  public Object first(@Nullable Object started) {
    return telling;
  }

  @Override
  public void started(Object body, int offset, ByteBuf into) {
    var start = into.writerIndex();
    telling.opening().forEach(event -> write(event, into));
    fill(start, into);
  }

  @Override
  public int pieceEnd(CharSequence text, int from, int to, boolean isLast) {
    var most = Math.min(to, from + PIECE);
    var end = from;
    while (end < most) {
      var next = Words.end(text, end, to);
      if (next == Words.OPEN) {
        return isLast ? to : end;
      }
      end = next;
    }
    return end;
  }

  @Override
  public void delta(CharSequence text, int from, int to, ByteBuf into) {
    var start = into.writerIndex();
    if (from == 0) {
      telling.beforeText().forEach(event -> write(event, into));
    }
    for (var at = from; at < to; number++) {
      var end = Words.end(text, at, to);
      var next = end == Words.OPEN ? to : end;
      if (number > after) {
        into.writeBytes(delta).writeBytes(DELTA);
        JsonText.write(text, at, next, into);
        into.writeBytes(NUMBER);
        Decimal.write(number, into);
        into.writeBytes(DELTA_END);
      }
      at = next;
    }
    fill(start, into);
  }

  /// The last is told to every reader: whoever has read more of an answer than a crash has left
  /// hears of its end as well.
  @Override
  public void end(End end, int offset, ByteBuf into) {
    var closing = telling.closing(end);
    closing.subList(0, closing.size() - 1).forEach(event -> write(event, into));
    number = Math.max(number, after + 1);
    write(closing.getLast(), into);
  }

  @Override
  public boolean tellsFailures() {
    return true;
  }

  @Override
  public void silence(ByteBuf into) {
    into.writeBytes(EventBytes.COMMENT);
  }

  /// A piece of which the reader has all is a comment, since no piece is empty.
  private void fill(int start, ByteBuf into) {
    if (into.writerIndex() == start) {
      silence(into);
    }
  }

  private void write(ObjectNode event, ByteBuf into) {
    if (number > after) {
      var type = event.path("type").asString();
      event.put("sequence_number", number);
      into.writeBytes(EVENT).writeCharSequence(type, StandardCharsets.US_ASCII);
      into.writeBytes(DATA).writeBytes(json.writeValueAsBytes(event)).writeBytes(EventBytes.END);
    }
    number++;
  }
}
