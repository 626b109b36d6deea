package dev.parley.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// The bytes of one HTTP/1.1 answer, as right or as wrong as a behaviour wants them.
///
/// Nothing is buffered: each call is one write to the network.
public final class Wire {
  private static final byte[] CRLF = {'\r', '\n'};
  private static final int MORE_THAN_IS_SENT = 1024;

  private final Socket socket;
  private boolean whole;

  Wire(Socket socket) {
    this.socket = socket;
  }

  /// Sends a whole answer with a `Content-Length`.
  public void respond(int status, Map<String, String> headers, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var fields = new TreeMap<>(headers);
    fields.put("Content-Length", Integer.toString(bytes.length));
    write(head(status, fields), bytes);
    whole = true;
  }

  public void respondWithJson(int status, String body) throws IOException {
    respond(status, Map.of("Content-Type", "application/json"), body);
  }

  /// Sends the head of an answer whose body follows in chunks.
  public void beginChunks(int status, String contentType) throws IOException {
    write(
        head(
            status,
            Map.of(
                "Content-Type", contentType,
                "Transfer-Encoding", "chunked",
                "Cache-Control", "no-cache")));
  }

  public void chunk(String text) throws IOException {
    chunk(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends one chunk; nothing for no bytes, because an empty chunk would end the body.
  public void chunk(byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      write(size(bytes.length), bytes, CRLF);
    }
  }

  /// Announces a chunk and sends only its beginning.
  public void beginningOfChunk(String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    write(size(bytes.length + MORE_THAN_IS_SENT), bytes);
  }

  /// Sends a chunk and the end of the body with one write.
  public void lastChunk(String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    write(size(bytes.length), bytes, CRLF, size(0), CRLF);
    whole = true;
  }

  /// Sends the last chunk: the body is whole.
  public void end() throws IOException {
    write(size(0), CRLF);
    whole = true;
  }

  /// Sends bytes as they are.
  public void raw(byte[] bytes) throws IOException {
    write(bytes);
  }

  /// Sends FIN; the client's closing is still noticed.
  public void finish() throws IOException {
    socket.shutdownOutput();
  }

  /// Sends RST: the connection is gone for both sides.
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  boolean isWhole() {
    return whole;
  }

  private void write(byte[]... parts) throws IOException {
    var together = new ByteArrayOutputStream();
    for (var part : parts) {
      together.writeBytes(part);
    }
    together.writeTo(socket.getOutputStream());
  }

  private static byte[] size(int length) {
    return (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] head(int status, Map<String, String> fields) {
    var head = new StringBuilder("HTTP/1.1 ").append(status).append(" \r\n");
    fields.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
