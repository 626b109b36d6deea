package dev.parley.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A client of server-sent events that shows when each thing arrived: the head before the first
/// event, each event when it was sent, and whether the end was an end or a cut.
///
/// One thread reads all the time; the methods here take what it has read. Nothing reconnects.
public final class EventStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Socket socket;
  private final Arrivals arrivals = new Arrivals();

  private EventStream(Socket socket) {
    this.socket = socket;
  }

  public static EventStream get(URI uri, Map<String, String> headers) {
    return open("GET", uri, headers, "");
  }

  /// Posts JSON.
  public static EventStream post(URI uri, Map<String, String> headers, String json) {
    var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    fields.put("Content-Type", "application/json");
    fields.putAll(headers);
    return open("POST", uri, fields, json);
  }

  /// Sends a request and returns before its answer is there.
  ///
  /// @param headers replace `Host`, `Accept` and `Content-Length`, which are sent by themselves
  /// @param body empty for none
  public static EventStream open(String method, URI uri, Map<String, String> headers, String body) {
    try {
      var stream = new EventStream(Tls.connect(uri));
      stream.send(method, uri, headers, body.getBytes(StandardCharsets.UTF_8));
      Thread.ofVirtual()
          .name("event-stream")
          .start(() -> ResponseReader.read(stream.socket, stream.arrivals));
      return stream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for the head of the answer.
  ///
  /// @return whether it came in time
  public boolean awaitHeaders(Duration atMost) throws InterruptedException {
    return arrivals.head(atMost) != null;
  }

  /// The status; waits for it up to ten seconds.
  public int status() throws InterruptedException {
    return head().status();
  }

  /// The header fields; waits for them up to ten seconds.
  public HttpHeaders headers() throws InterruptedException {
    return head().headers();
  }

  /// The next event, in the order of arrival.
  ///
  /// @throws AssertionError when none comes in time, or the stream has ended
  public Event next(Duration atMost) throws InterruptedException {
    return switch (arrivals.next(atMost)) {
      case Arrivals.Arrived(var event) -> event;
      case Arrivals.Ended end ->
          throw new AssertionError("the stream ended where an event was due: " + end.how());
      case null -> throw new AssertionError("no event within " + atMost);
    };
  }

  /// The events up to the end of a body that ended as it should.
  ///
  /// @throws AssertionError when it is cut, ends within an event, or does not end in time
  public List<Event> readToEnd(Duration atMost) throws InterruptedException {
    return readTo(true, atMost);
  }

  /// The events up to where the body was cut: a FIN or RST before its end, or bytes that are no
  /// event stream.
  ///
  /// @throws AssertionError when the body ends as it should, or does not end in time
  public List<Event> readToCut(Duration atMost) throws InterruptedException {
    return readTo(false, atMost);
  }

  /// The text of an answer that is no event stream, such as an error.
  ///
  /// @throws AssertionError when it is cut or does not end in time
  public String body(Duration atMost) throws InterruptedException {
    var events = readToEnd(atMost);
    if (!events.isEmpty()) {
      throw new AssertionError("an event stream where a body was due: " + events);
    }
    return arrivals.body();
  }

  /// How many comments have come so far; a server sends them to keep the connection open.
  public int comments() {
    return arrivals.comments();
  }

  /// The text of the next comment.
  ///
  /// @throws AssertionError when none comes in time
  public String nextComment(Duration atMost) throws InterruptedException {
    return arrivals.nextComment(atMost);
  }

  /// Closes the connection in the usual way, with a FIN.
  public void hangUp() throws IOException {
    socket.close();
  }

  /// Drops the connection at once, with a RST; nothing happens when it is closed already.
  public void drop() {
    try {
      if (!socket.isClosed()) {
        socket.setSoLinger(true, 0);
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    drop();
  }

  private MessageHead head() throws InterruptedException {
    var head = arrivals.head(PATIENCE);
    if (head == null) {
      throw new AssertionError("no head within " + PATIENCE);
    }
    return head;
  }

  private List<Event> readTo(boolean wholeEnd, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    var events = new ArrayList<Event>();
    while (true) {
      switch (arrivals.next(Duration.ofNanos(deadline - System.nanoTime()))) {
        case Arrivals.Arrived(var event) -> events.add(event);
        case Arrivals.Ended(boolean whole, var how) when whole == wholeEnd -> {
          return events;
        }
        case Arrivals.Ended end ->
            throw new AssertionError("%s; before that: %s".formatted(end.how(), events));
        case null ->
            throw new AssertionError("no end within %s, only %s".formatted(atMost, events));
      }
    }
  }

  private void send(String method, URI uri, Map<String, String> headers, byte[] body)
      throws IOException {
    var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    fields.put("Host", uri.getAuthority());
    fields.put("Accept", "text/event-stream");
    if (body.length > 0 || !method.equals("GET")) {
      fields.put("Content-Length", Integer.toString(body.length));
    }
    fields.putAll(headers);
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    var head = new StringBuilder("%s %s%s HTTP/1.1\r\n".formatted(method, uri.getRawPath(), query));
    fields.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    request.writeTo(socket.getOutputStream());
  }
}
