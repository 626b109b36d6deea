package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Shares connections out among the servers that say that they are ready, in turn. It asks them a
/// few times a second, as what stands before servers does, and knows nothing in between.
public final class LoadBalancer implements AutoCloseable {

  private static final int PERIOD = 200;

  private static final class Backend {
    private final PackagedServer server;
    private volatile boolean ready = true;

    Backend(PackagedServer server) {
      this.server = server;
    }
  }

  private final List<Backend> backends = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ServerSocket listener;
  private final CountDownLatch end = new CountDownLatch(1);

  public LoadBalancer(List<PackagedServer> servers) {
    try {
      listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    servers.forEach(this::add);
    Thread.ofVirtual().name("load-balancer").start(this::accept);
    Thread.ofVirtual().name("load-balancer-checks").start(this::check);
  }

  /// Shares out to one more from now on.
  public void add(PackagedServer server) {
    backends.add(new Backend(server));
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(listener.getLocalPort(), path));
  }

  private void check() {
    try {
      while (!end.await(PERIOD, TimeUnit.MILLISECONDS)) {
        backends.forEach(backend -> backend.ready = isReady(backend.server));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isReady(PackagedServer server) {
    try (var answer = EventStream.get(server.uri("/health/ready"), Map.of())) {
      return answer.status() == 200;
    } catch (AssertionError | RuntimeException | InterruptedException _) {
      return false;
    }
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket client) {
    var server = connect();
    if (server == null) {
      close(client);
      return;
    }
    Thread.ofVirtual().start(() -> pass(client, server));
    Thread.ofVirtual().start(() -> pass(server, client));
  }

  private @Nullable Socket connect() {
    for (var attempt = 0; attempt < 2 * backends.size(); attempt++) {
      var next = backends.get(Math.floorMod(turn.getAndIncrement(), backends.size()));
      if (next.ready) {
        try {
          return new Socket(InetAddress.getLoopbackAddress(), next.server.uri("/").getPort());
        } catch (IOException _) {
          next.ready = false;
        }
      }
    }
    return null;
  }

  /// The end of either side is the end of the other.
  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // Either side is gone, and now both are.
    }
  }

  private static void close(Socket client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    end.countDown();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
