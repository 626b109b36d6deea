package dev.parley.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/// Writes an answer down so that tests can read it, and counts what it wrote.
final class ReadableNotation implements Notation {

  private int made;

  @Override
  public String contentType() {
    return "text/plain";
  }

  @Override
  public void started(Object body, int offset, ByteBuf into) {
    write("<%s at %d>".formatted(body, offset), into);
  }

  @Override
  public void delta(CharSequence text, int from, int to, ByteBuf into) {
    write(text.subSequence(from, to).toString(), into);
  }

  @Override
  public void end(End end, int offset, ByteBuf into) {
    write("<%s at %d>".formatted(end.event(), offset), into);
  }

  @Override
  public boolean tellsFailures() {
    return true;
  }

  @Override
  public void silence(ByteBuf into) {
    write("<silence>", into);
  }

  /// What an answer says between two offsets.
  static String text(LiveAnswer answer, int from, int to) {
    var piece = Unpooled.buffer();
    answer.read(from, to, new ReadableNotation(), piece);
    return piece.toString(UTF_8);
  }

  /// How many pieces it wrote.
  int made() {
    return made;
  }

  private void write(String text, ByteBuf into) {
    into.writeCharSequence(text, UTF_8);
    made++;
  }
}
