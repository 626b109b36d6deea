package dev.parley.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// A connection that asks, one request after another.
final class Asker {

  private static final ByteBuffer INCOMING = ByteBuffer.allocateDirect(1 << 18);

  private final int number;
  private final Measured measured;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final ResponseReader reader;
  private ByteBuffer outgoing = ByteBuffer.allocate(0);
  private int asked;
  private long planned;
  private long last;
  private long lastWay;

  Asker(int number, Selector selector, InetSocketAddress server, Measured measured)
      throws IOException {
    this.number = number;
    this.measured = measured;
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    reader = new ResponseReader(new TokenReader(this::token));
    var connected = channel.connect(server);
    key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT);
    key.attach(this);
  }

  /// @param planned when it was to be sent, which is what its times are counted from
  void ask(Load.Requests requests, long planned) throws IOException {
    this.planned = planned;
    this.last = 0;
    this.outgoing = requests.of(number, asked++).buffer();
    if (channel.isConnected()) {
      write();
    }
  }

  /// Does what can be done.
  ///
  /// @return whether the answer is whole, or failed
  boolean ready() {
    try {
      if (key.isConnectable() && channel.finishConnect()) {
        write();
      } else if (key.isWritable()) {
        write();
      }
      return key.isReadable() && read();
    } catch (IOException _) {
      return fail();
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException _) {
      key.cancel();
    }
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  private void write() throws IOException {
    channel.write(outgoing);
    key.interestOps(
        outgoing.hasRemaining() ? SelectionKey.OP_WRITE | SelectionKey.OP_READ : SelectionKey.OP_READ);
  }

  private boolean read() throws IOException {
    INCOMING.clear();
    if (channel.read(INCOMING) < 0) {
      return fail();
    }
    var now = System.nanoTime();
    if (!reader.read(INCOMING.flip(), now)) {
      return false;
    }
    if (reader.status() == 200 || reader.status() == 201 || reader.status() == 204) {
      measured.answered++;
      measured.whole.recordValue(now - planned);
    } else {
      measured.failed++;
    }
    return true;
  }

  private boolean fail() {
    measured.failed++;
    close();
    return true;
  }

  private void token(long way, long now) {
    measured.way.recordValue(way);
    if (last == 0) {
      measured.first.recordValue(now - planned);
    } else {
      measured.gaps.recordValue(now - last);
      measured.drift.recordValue(Math.abs(way - lastWay));
    }
    last = now;
    lastWay = way;
  }
}
