package dev.parley.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.PriorityQueue;

/// A model service on one thread: streams chat completions at an even pace, whoever is slow. What is
/// due is sent when it is due by the plan and not by when the one before was sent.
final class FakeModel {

  private static final int BACKLOG = 16_384;

  /// Nanoseconds that it waits awake before a token, because a selector wakes up to a millisecond
  /// late; where few answers are written, so that it leaves the cores to others where many are.
  private static final long AWAKE = 1_200_000;

  private static final int FEW = 8;

  private final Selector selector = Selector.open();
  private final PriorityQueue<FakeAnswer> due = new PriorityQueue<>();

  private FakeModel() throws IOException {}

  /// @param arguments the port
  public static void main(String[] arguments) throws IOException {
    new FakeModel().serve(Integer.parseInt(arguments[0]));
  }

  private void serve(int port) throws IOException {
    try (var door = ServerSocketChannel.open()) {
      door.bind(new InetSocketAddress("127.0.0.1", port), BACKLOG).configureBlocking(false);
      door.register(selector, SelectionKey.OP_ACCEPT);
      while (true) {
        await();
        for (var key : selector.selectedKeys()) {
          take(door, key);
        }
        selector.selectedKeys().clear();
        send(System.nanoTime());
      }
    }
  }

  private void await() throws IOException {
    var next = due.peek();
    if (next == null) {
      selector.select();
      return;
    }
    var left = next.due() - System.nanoTime() - (due.size() <= FEW ? AWAKE : 0);
    if (left <= 0) {
      selector.selectNow();
    } else {
      selector.select(left / 1_000_000 + 1);
    }
  }

  private void take(ServerSocketChannel door, SelectionKey key) throws IOException {
    if (key.isAcceptable()) {
      for (var channel = door.accept(); channel != null; channel = door.accept()) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var read = channel.register(selector, SelectionKey.OP_READ);
        read.attach(new FakeConnection(channel, due));
      }
    } else if (key.attachment() instanceof FakeConnection connection && !connection.read()) {
      key.cancel();
    }
  }

  private void send(long now) {
    for (var next = due.peek(); next != null && next.due() <= now; next = due.peek()) {
      due.poll();
      if (next.send(now)) {
        due.add(next);
      }
    }
  }
}
