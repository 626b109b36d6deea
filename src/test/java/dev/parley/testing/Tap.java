package dev.parley.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Stands between clients and a server, passes everything on, and keeps all that went through:
/// what somebody on the way sees.
public final class Tap implements AutoCloseable {

  private final URI server;
  private final ServerSocket listener;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  public Tap(URI server) throws IOException {
    this.server = server;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("tap").start(this::accept);
  }

  /// Where clients find the server, by way of this.
  public URI uri(String path) {
    return URI.create(
        "%s://127.0.0.1:%d%s".formatted(server.getScheme(), listener.getLocalPort(), path));
  }

  /// All bytes so far, both ways, each as one character.
  public String seen() {
    synchronized (seen) {
      return seen.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        var onward = new Socket(server.getHost(), server.getPort());
        Thread.ofVirtual().start(() -> pass(client, onward));
        Thread.ofVirtual().start(() -> pass(onward, client));
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      copy(from.getInputStream(), to.getOutputStream());
    } catch (IOException _) {
      // Either side is gone, and now both are.
    }
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    var bytes = new byte[8_192];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      synchronized (seen) {
        seen.write(bytes, 0, count);
      }
      out.write(bytes, 0, count);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
