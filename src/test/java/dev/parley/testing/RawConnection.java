package dev.parley.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A connection to the server on which the test says every byte itself.
public final class RawConnection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Socket socket;
  private final InputStream in;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  public static RawConnection to(URI server) {
    try {
      var socket = new Socket(server.getHost(), server.getPort());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.setTcpNoDelay(true); // else a piece waits for the acknowledgement of the one before
      return new RawConnection(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends the lines of a head, and the empty line that ends it.
  public RawConnection head(String... lines) {
    return write(String.join("\r\n", lines) + "\r\n\r\n");
  }

  public RawConnection write(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for the next answer, also for an interim one such as 100.
  ///
  /// @throws AssertionError where the server closes the connection instead
  public Response read() {
    try {
      var head = MessageHead.read(in);
      if (head == null) {
        throw new AssertionError("the connection was closed where an answer was due");
      }
      var body = head.body(in, InputStream.nullInputStream()).readAllBytes();
      return new Response(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
