package dev.parley.answer;

import static dev.parley.answer.EventBytes.ascii;

import io.netty.buffer.ByteBuf;
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

  private final JsonMapper json;

  EventNotation(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String contentType() {
    return "text/event-stream;charset=UTF-8";
  }

  @Override
  public void started(Object body, int offset, ByteBuf into) {
    event("message.started", body, offset, into);
  }

  @Override
  public void delta(CharSequence text, int from, int to, ByteBuf into) {
    into.writeBytes(ID);
    Decimal.write(to, into);
    into.writeBytes(DELTA);
    JsonText.write(text, from, to, into);
    into.writeBytes(DELTA_END);
  }

  @Override
  public void end(End end, int offset, ByteBuf into) {
    event(end.event(), end.data(), offset, into);
  }

  @Override
  public boolean tellsFailures() {
    return true;
  }

  @Override
  public void silence(ByteBuf into) {
    into.writeBytes(EventBytes.COMMENT);
  }

  private void event(String name, Object body, int offset, ByteBuf into) {
    into.writeBytes(ID);
    Decimal.write(offset, into);
    into.writeBytes(EVENT).writeCharSequence(name, StandardCharsets.US_ASCII);
    into.writeBytes(DATA).writeBytes(json.writeValueAsBytes(body)).writeBytes(EventBytes.END);
  }
}
