package dev.parley.answer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/// Writes an answer as its text alone, in UTF-8.
final class PlainNotation implements Notation {

  @Override
  public String contentType() {
    return "text/plain;charset=UTF-8";
  }

  @Override
  public void started(Object body, int offset, ByteBuf into) {
    // The text alone.
  }

  @Override
  public void delta(CharSequence text, int from, int to, ByteBuf into) {
    ByteBufUtil.writeUtf8(into, text, from, to);
  }

  @Override
  public void end(End end, int offset, ByteBuf into) {
    // The text alone.
  }

  @Override
  public boolean tellsFailures() {
    return false;
  }

  @Override
  public void silence(ByteBuf into) {
    // A text has no comments.
  }
}
