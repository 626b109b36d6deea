package dev.parley.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An answer that is being streamed.
final class FakeAnswer implements Comparable<FakeAnswer> {

  private static final String CHUNK =
      """
      data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1760000000,\
      "model":"%s","system_fingerprint":"fp_1","choices":[{"index":0,"delta":%s,\
      "logprobs":null,"finish_reason":%s}]}

      """;
  private static final String USAGE =
      """
      data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1760000000,\
      "model":"%s","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":%d,\
      "total_tokens":%d}}

      """;

  private final FakeConnection connection;
  private final Shape shape;

  /// A whole piece with its frame, in which the time is written anew for each.
  private final byte[] piece;

  private final int stampAt;
  private long due;
  private int sent;

  FakeAnswer(FakeConnection connection, Shape shape, long now) {
    this.connection = connection;
    this.shape = shape;
    this.due = now + shape.nanos();
    var text = "{\"content\":\"" + " ".repeat(Stamp.LENGTH) + "\"}";
    var framed = framed(CHUNK.formatted(shape.model(), text, "null"));
    this.piece = framed.getBytes(StandardCharsets.US_ASCII);
    this.stampAt = framed.indexOf("content\":\"") + "content\":\"".length();
  }

  long due() {
    return due;
  }

  /// @return whether there is more to come
  boolean send(long now) {
    Stamp.write(System.nanoTime(), piece, stampAt);
    var alive = connection.write(ByteBuffer.wrap(piece));
    sent++;
    due += shape.nanos();
    if (alive && sent == shape.tokens()) {
      connection.write(end());
      connection.done();
    }
    return alive && sent < shape.tokens();
  }

  private ByteBuffer end() {
    var last = framed(CHUNK.formatted(shape.model(), "{}", "\"stop\""));
    var usage = framed(USAGE.formatted(shape.model(), sent, sent + 9));
    var end = last + usage + framed("data: [DONE]\n\n") + "0\r\n\r\n";
    return ByteBuffer.wrap(end.getBytes(StandardCharsets.US_ASCII));
  }

  private static String framed(String text) {
    return "%x\r\n%s\r\n".formatted(text.length(), text);
  }

  @Override
  public int compareTo(FakeAnswer other) {
    return Long.compare(due, other.due);
  }
}
