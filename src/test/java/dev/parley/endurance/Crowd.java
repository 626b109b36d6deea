package dev.parley.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// Thousands of clients of a server on this machine, all on one thread, so that they cost little
/// beside it. They come from several of its addresses: one has 28,000 ports, each of which is taken
/// for a minute.
final class Crowd implements AutoCloseable {

  private static final int WAIT_MILLIS = 100;
  private static final int ADDRESSES = 8;
  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final InetSocketAddress server;
  private final Selector selector;
  private final Queue<Visit> arriving = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final Thread thread = Thread.ofPlatform().daemon().name("crowd").unstarted(this::run);
  private volatile boolean closed;
  private int connected;

  Crowd(InetSocketAddress server) {
    try {
      this.server = server;
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.start();
  }

  /// Sends a request, and reads all that comes.
  Visit send(byte[] request) {
    return begin(new Visit(request, request.length));
  }

  /// Sends a request a byte a second.
  Visit dribble(byte[] request) {
    return begin(new Visit(request, 1));
  }

  private Visit begin(Visit visit) {
    arriving.add(visit);
    selector.wakeup();
    return visit;
  }

  private void run() {
    var tick = System.nanoTime();
    try (selector) {
      while (!closed) {
        selector.select(this::handle, WAIT_MILLIS);
        for (var visit = arriving.poll(); visit != null; visit = arriving.poll()) {
          connect(visit);
        }
        if (System.nanoTime() - tick > TICK_NANOS) {
          tick = System.nanoTime();
          selector.keys().forEach(this::dribble);
        }
      }
      for (var key : selector.keys()) {
        end(key);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void connect(Visit visit) {
    try {
      var channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.bind(new InetSocketAddress("127.0.0." + (1 + connected++ % ADDRESSES), 0));
      channel.connect(server);
      channel.register(selector, SelectionKey.OP_CONNECT, visit);
    } catch (IOException _) {
      visit.gone();
    }
  }

  private void handle(SelectionKey key) {
    var channel = (SocketChannel) key.channel();
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        write(key);
      } else if (channel.read(buffer.clear()) < 0) {
        end(key);
      } else {
        visit(key).take(buffer.flip());
      }
    } catch (IOException _) {
      end(key);
    }
  }

  private void dribble(SelectionKey key) {
    if (key.isValid() && key.interestOps() == SelectionKey.OP_READ && !visit(key).isSent()) {
      write(key);
    }
  }

  private static void write(SelectionKey key) {
    try {
      var visit = visit(key);
      visit.sent(((SocketChannel) key.channel()).write(visit.next()));
    } catch (IOException _) {
      end(key);
    }
  }

  private static void end(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      visit(key).gone();
    }
  }

  private static Visit visit(SelectionKey key) {
    return (Visit) key.attachment();
  }

  /// Drops all connections.
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }
}
