package dev.parley.answer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes an answer as server-sent events, by hand: this is what is done for every piece of every
/// answer. An event's id is the offset after it.
@Component
final class EventNotation implements Notation {

  private static final byte[] ID = ascii("id: ");
  private static final byte[] EVENT = ascii("\nevent: ");
  private static final byte[] DATA = ascii("\ndata: ");
  private static final byte[] DELTA = ascii("\nevent: message.delta\ndata: {\"text\":\"");
  private static final byte[] DELTA_END = ascii("\"}\n\n");
  private static final byte[] EVENT_END = ascii("\n\n");
  private static final byte[] COMMENT = ascii(":\n\n");
  private static final int FRAME = 96;

  private final JsonMapper json;

  EventNotation(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String contentType() {
    return "text/event-stream;charset=UTF-8";
  }

  @Override
  public ByteBuf started(Object body, int offset) {
    return event("message.started", body, offset);
  }

  @Override
  public ByteBuf delta(CharSequence text, int from, int to) {
    var buffer = ByteBufAllocator.DEFAULT.buffer(FRAME + 2 * (to - from));
    buffer.writeBytes(ID);
    Decimal.write(to, buffer);
    buffer.writeBytes(DELTA);
    JsonText.write(text, from, to, buffer);
    return buffer.writeBytes(DELTA_END);
  }

  @Override
  public ByteBuf end(End end, int offset) {
    return event(end.event(), end.data(), offset);
  }

  @Override
  public ByteBuf silence() {
    return ByteBufAllocator.DEFAULT.buffer(COMMENT.length).writeBytes(COMMENT);
  }

  private ByteBuf event(String name, Object body, int offset) {
    var data = json.writeValueAsBytes(body);
    var buffer = ByteBufAllocator.DEFAULT.buffer(FRAME + data.length);
    buffer.writeBytes(ID);
    Decimal.write(offset, buffer);
    buffer.writeBytes(EVENT).writeCharSequence(name, StandardCharsets.US_ASCII);
    return buffer.writeBytes(DATA).writeBytes(data).writeBytes(EVENT_END);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
