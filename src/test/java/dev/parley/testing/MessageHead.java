package dev.parley.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The start line and the header fields of an HTTP/1.1 message (RFC 9112), of a request or of a
// response.
record MessageHead(String startLine, HttpHeaders headers) {

  /// Reads up to and with the empty line that ends a head.
  ///
  /// @return the head, or null when the stream ends before its first byte
  static @Nullable MessageHead read(InputStream in) throws IOException {
    var startLine = line(in);
    if (startLine == null) {
      return null;
    }
    var fields = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (var field = wholeLine(in); !field.isEmpty(); field = wholeLine(in)) {
      int colon = field.indexOf(':');
      if (colon < 1) {
        throw new IOException("not a header field: " + field);
      }
      fields
          .computeIfAbsent(field.substring(0, colon), _ -> new ArrayList<>())
          .add(field.substring(colon + 1).strip());
    }
    return new MessageHead(startLine, HttpHeaders.of(fields, (_, _) -> true));
  }

  /// The status of a response.
  int status() {
    return Integer.parseInt(startLine.split(" ", 3)[1]);
  }

  /// The body as RFC 9112, section 6.3 delimits it; reading it throws [EOFException]
  /// where it is cut.
  ///
  /// @param otherwise what the body is without a length and without chunks
  InputStream body(InputStream in, InputStream otherwise) throws IOException {
    if (headers.firstValue("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return new ChunkedBody(in);
    }
    var length = headers.firstValue("Content-Length");
    if (length.isEmpty()) {
      return otherwise;
    }
    int announced = Integer.parseInt(length.get());
    var bytes = in.readNBytes(announced);
    if (bytes.length < announced) {
      throw new EOFException("the body has " + bytes.length + " of " + announced + " bytes");
    }
    return new ByteArrayInputStream(bytes);
  }

  static String wholeLine(InputStream in) throws IOException {
    var line = line(in);
    if (line == null) {
      throw new EOFException("the connection ended where a line was due");
    }
    return line;
  }

  private static @Nullable String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 && line.size() == 0) {
        return null;
      }
      if (b < 0) {
        throw new EOFException("the connection ended within a line: " + line);
      }
      line.write(b);
    }
    var text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
