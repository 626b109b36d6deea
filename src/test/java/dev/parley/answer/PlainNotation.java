package dev.parley.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/// Writes an answer down so that tests can read it, and knows every buffer that it made.
final class PlainNotation implements Notation {

  private final List<ByteBuf> made = new ArrayList<>();

  @Override
  public String contentType() {
    return "text/plain";
  }

  @Override
  public ByteBuf started(Object body, int offset) {
    return buffer("<%s at %d>".formatted(body, offset));
  }

  @Override
  public ByteBuf delta(CharSequence text, int from, int to) {
    return buffer(text.subSequence(from, to).toString());
  }

  @Override
  public ByteBuf end(End end, int offset) {
    return buffer("<%s at %d>".formatted(end.event(), offset));
  }

  @Override
  public ByteBuf silence() {
    return buffer("<silence>");
  }

  /// How many buffers there are that nobody has released.
  long held() {
    return made.stream().filter(buffer -> buffer.refCnt() > 0).count();
  }

  int made() {
    return made.size();
  }

  private ByteBuf buffer(String text) {
    var buffer = Unpooled.copiedBuffer(text, UTF_8);
    made.add(buffer);
    return buffer;
  }
}
