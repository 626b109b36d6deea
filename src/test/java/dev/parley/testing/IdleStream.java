package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A client that asks for an event stream and then reads nothing of it, until it is told to. The
/// system takes as little for it as can be: what is not read stays with the server.
public final class IdleStream implements AutoCloseable {
  private static final int LEAST = 4_096;

  private final Socket socket = new Socket();

  public IdleStream(URI uri, Map<String, String> headers) {
    try {
      socket.setReceiveBufferSize(LEAST);
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
      var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      var head = new StringBuilder("GET %s%s HTTP/1.1\r\n".formatted(uri.getRawPath(), query));
      head.append("Host: ").append(uri.getAuthority()).append("\r\n");
      headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
      socket
          .getOutputStream()
          .write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads everything now.
  ///
  /// @return the events; after a cut those before it
  /// @throws AssertionError when nothing comes for that time
  public List<Event> readAll(Duration atMost) throws IOException, InterruptedException {
    socket.setSoTimeout((int) atMost.toMillis());
    var arrivals = new Arrivals();
    ResponseReader.read(socket, arrivals);
    var events = new ArrayList<Event>();
    while (true) {
      switch (arrivals.next(Duration.ZERO)) {
        case Arrivals.Arrived(var event) -> events.add(event);
        case Arrivals.Ended end when end.how().contains("timed out") ->
            throw new AssertionError("no end within " + atMost);
        case Arrivals.Ended _ -> {
          return events;
        }
        case null -> throw new AssertionError("neither an event nor an end");
      }
    }
  }

  @Override
  public void close() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
