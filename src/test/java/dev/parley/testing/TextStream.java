package dev.parley.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A client of an answer that is a text alone: it shows what has come by when, and whether the end
/// was an end or a cut.
public final class TextStream implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Socket socket;
  private final MessageHead head;
  private final InputStream body;

  private TextStream(Socket socket, MessageHead head) throws IOException {
    this.socket = socket;
    this.head = head;
    this.body = head.body(socket.getInputStream(), socket.getInputStream());
  }

  /// Posts an object of these fields as JSON and waits for the head of the answer.
  public static TextStream post(URI uri, Map<String, ?> fields) {
    var json = JSON.writeValueAsBytes(fields);
    var request =
        """
        POST %s HTTP/1.1\r
        Host: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(uri.getRawPath(), uri.getAuthority(), json.length);
    try {
      var socket = Tls.connect(uri);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(json);
      var head = MessageHead.read(socket.getInputStream());
      if (head == null) {
        throw new AssertionError("the connection was closed where an answer was due");
      }
      return new TextStream(socket, head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int status() {
    return head.status();
  }

  public String header(String name) {
    return head.headers().firstValue(name).orElse("");
  }

  /// The next so many bytes, which have to come.
  public String next(int bytes) throws IOException {
    return new String(body.readNBytes(bytes), StandardCharsets.UTF_8);
  }

  /// All up to the end of a body that ended as it should.
  public String toEnd() throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }

  /// All up to where the body was cut.
  ///
  /// @throws AssertionError where it ended as it should
  public String toCut() {
    var text = new ByteArrayOutputStream();
    try {
      for (var b = body.read(); b >= 0; b = body.read()) {
        text.write(b);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no end after: " + text, e);
    } catch (IOException _) {
      return text.toString(StandardCharsets.UTF_8);
    }
    throw new AssertionError("a proper end after: " + text);
  }

  /// Leaves, whether the answer is whole or not.
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
