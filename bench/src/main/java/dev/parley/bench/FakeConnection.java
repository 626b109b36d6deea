package dev.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;

/// A connection to the model service, on which one question follows another.
final class FakeConnection {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
  private static final byte[] HEAD =
      """
      HTTP/1.1 200 OK\r
      Content-Type: text/event-stream; charset=utf-8\r
      Cache-Control: no-cache\r
      Transfer-Encoding: chunked\r
      \r
      """
          .getBytes(StandardCharsets.US_ASCII);

  private static final ByteBuffer INCOMING = ByteBuffer.allocateDirect(1 << 18);

  private final SocketChannel channel;
  private final Collection<FakeAnswer> due;
  private String request = "";
  private boolean answering;

  FakeConnection(SocketChannel channel, Collection<FakeAnswer> due) {
    this.channel = channel;
    this.due = due;
  }

  /// @return whether the connection goes on
  boolean read() {
    try {
      INCOMING.clear();
      if (channel.read(INCOMING) < 0) {
        channel.close();
        return false;
      }
      request += StandardCharsets.ISO_8859_1.decode(INCOMING.flip());
      answer();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  void done() {
    answering = false;
    answer();
  }

  /// What a reader does not take at once is lost with its connection: the model waits for nobody.
  boolean write(ByteBuffer bytes) {
    try {
      channel.write(bytes);
      if (bytes.hasRemaining()) {
        channel.close();
      }
      return channel.isOpen();
    } catch (IOException _) {
      return false;
    }
  }

  private void answer() {
    var head = request.indexOf("\r\n\r\n");
    if (answering || head < 0) {
      return;
    }
    var length = LENGTH.matcher(request.substring(0, head));
    var end = head + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
    if (request.length() >= end) {
      answering = true;
      var shape = Shape.of(request.substring(head, end));
      request = request.substring(end);
      write(ByteBuffer.wrap(HEAD));
      due.add(new FakeAnswer(this, shape, System.nanoTime()));
    }
  }
}
