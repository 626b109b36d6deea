package dev.parley.model;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/// Reads server-sent events from bytes as they come, cut anywhere, and hands on the data of each
/// event. Lines end with CR, LF or both; what stands in an event's several `data` lines is joined
/// by line feeds; comments and other fields are passed over. Nothing is kept but the event that is
/// not yet whole.
///
/// Source:
/// <https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation>
final class EventStreamReader {

  /// Takes the data of one event: bytes `from` (included) to `to` (not included) of the array,
  /// which hold until the call returns.
  @FunctionalInterface
  interface Sink {
    void data(byte[] bytes, int from, int to);
  }

  private static final byte[] DATA = {'d', 'a', 't', 'a'};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final int limit;
  private final Sink sink;

  /// The data of the event so far (`0` to `dataEnd`), then the line so far (`line` to `end`). While
  /// it is looked through, what was read last stands there, too, up to `filled`.
  private byte[] bytes = new byte[512];

  private int dataEnd;
  private int line;
  private int end;
  private int filled;
  private boolean hasData;
  private boolean afterReturn;
  private boolean first = true;

  /// @param limit the most bytes that an event may have
  EventStreamReader(int limit, Sink sink) {
    this.limit = limit;
    this.sink = sink;
  }

  /// Takes all that can be read from the buffer.
  ///
  /// @throws ModelFailure where an event is larger than the limit
  void read(ByteBuf buffer) {
    fill(buffer);
    var at = afterReturn ? afterReturn() : end;
    for (var stop = lineEnd(at); stop < filled; stop = lineEnd(at)) {
      end = stop;
      endLine();
      line = stop + 1;
      at = bytes[stop] == '\r' ? afterReturn() : line;
    }
    end = filled;
    keepRest();
  }

  /// Where the next line begins: behind the line feed that may follow a carriage return.
  private int afterReturn() {
    afterReturn = line == filled;
    if (!afterReturn && bytes[line] == '\n') {
      line++;
    }
    return line;
  }

  private int lineEnd(int from) {
    var at = from;
    while (at < filled && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  private void fill(ByteBuf buffer) {
    var length = buffer.readableBytes();
    filled = end + length;
    if (filled > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(filled, bytes.length * 2));
    }
    buffer.readBytes(bytes, end, length);
  }

  /// Moves the line that is not yet whole to the data that it belongs to.
  private void keepRest() {
    var length = end - line;
    checkSize();
    System.arraycopy(bytes, line, bytes, dataEnd, length);
    line = dataEnd;
    end = dataEnd + length;
  }

  private void checkSize() {
    if (dataEnd + end - line > limit) {
      throw ModelFailure.protocol("The model service sent a line without end.");
    }
  }

  private void endLine() {
    checkSize();
    if (first) {
      first = false;
      line += startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    }
    if (line == end) {
      dispatch();
    } else if (isData()) {
      keepValue();
    }
  }

  private void dispatch() {
    if (hasData) {
      sink.data(bytes, 0, dataEnd);
    }
    hasData = false;
    dataEnd = 0;
  }

  private boolean isData() {
    return startsWith(DATA) && (line + DATA.length == end || bytes[line + DATA.length] == ':');
  }

  /// Moves the value of a `data` line to the end of the data.
  private void keepValue() {
    var from = Math.min(end, line + DATA.length + 1);
    if (from < end && bytes[from] == ' ') {
      from++;
    }
    if (hasData) {
      bytes[dataEnd++] = '\n';
    }
    System.arraycopy(bytes, from, bytes, dataEnd, end - from);
    dataEnd += end - from;
    hasData = true;
  }

  private boolean startsWith(byte[] word) {
    return end - line >= word.length
        && Arrays.equals(bytes, line, line + word.length, word, 0, word.length);
  }
}
