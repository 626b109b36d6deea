package dev.parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One HTTP request as it came in, read to the end of its body.
record Request(String method, String path, HttpHeaders headers, String body) {

  /// Reads the next request, to the end of its body.
  ///
  /// @return null when the client has closed the connection between two requests
  static @Nullable Request read(InputStream in) throws IOException {
    var head = MessageHead.read(in);
    if (head == null) {
      return null;
    }
    var line = head.startLine().split(" ", 3);
    if (line.length < 3) {
      throw new IOException("not a request line: " + head.startLine());
    }
    var body = head.body(in, InputStream.nullInputStream()).readAllBytes();
    return new Request(line[0], line[1], head.headers(), new String(body, StandardCharsets.UTF_8));
  }

  boolean asksToClose() {
    return headers.firstValue("Connection").filter("close"::equalsIgnoreCase).isPresent();
  }
}
