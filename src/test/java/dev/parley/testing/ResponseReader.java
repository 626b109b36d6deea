package dev.parley.testing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Reads one response as fast as it comes and hands on what it finds.
final class ResponseReader {
  private static final int AT_MOST_AT_ONCE = 8192;

  private final Arrivals arrivals;

  private ResponseReader(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  static void read(Socket socket, Arrivals arrivals) {
    try {
      var in = new BufferedInputStream(socket.getInputStream());
      new ResponseReader(arrivals).readAll(in);
      arrivals.endCame(new Arrivals.Ended(true, "a whole body"));
    } catch (IOException e) {
      arrivals.endCame(new Arrivals.Ended(false, e.toString()));
    }
  }

  private void readAll(InputStream in) throws IOException {
    var head = MessageHead.read(in);
    if (head == null) {
      throw new EOFException("the connection ended before the answer began");
    }
    arrivals.headCame(head);
    if (head.status() == 204 || head.status() == 304) {
      return;
    }
    var body = head.body(in, in);
    var type = head.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/event-stream")) {
      readEvents(body);
    } else {
      arrivals.bodyCame(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void readEvents(InputStream body) throws IOException {
    var parser = new EventParser(arrivals::eventCame, arrivals::commentCame);
    var bytes = new byte[AT_MOST_AT_ONCE];
    for (int count = body.read(bytes); count >= 0; count = body.read(bytes)) {
      for (int i = 0; i < count; i++) {
        parser.accept(bytes[i]);
      }
    }
    if (!parser.isBetweenEvents()) {
      throw new EOFException("the body ended within an event");
    }
  }
}
