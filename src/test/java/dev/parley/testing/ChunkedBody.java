package dev.parley.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A body in chunks (RFC 9112, section 7.1): its end is the last chunk, anything earlier is a cut.
///
/// A read never waits for more than one byte, so that what was flushed alone is seen alone.
final class ChunkedBody extends InputStream {
  private final InputStream in;
  private long leftInChunk;
  private boolean first = true;
  private boolean ended;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (leftInChunk == 0 && !ended) {
      beginChunk();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(into, offset, (int) Math.min(length, leftInChunk));
    if (count < 0) {
      throw new EOFException("the connection ended with " + leftInChunk + " bytes of a chunk due");
    }
    leftInChunk -= count;
    return count;
  }

  /// The line end after a chunk is read only with the next one: waiting for it would hold back what
  /// is there already.
  private void beginChunk() throws IOException {
    if (!first && !MessageHead.wholeLine(in).isEmpty()) {
      throw new IOException("a chunk is longer than its size says");
    }
    first = false;
    var size = MessageHead.wholeLine(in).split(";", 2)[0].strip();
    try {
      leftInChunk = Long.parseLong(size, 16);
    } catch (NumberFormatException e) {
      throw new IOException("not the size of a chunk: " + size, e);
    }
    if (leftInChunk == 0) {
      ended = true;
      skipTrailers();
    }
  }

  private void skipTrailers() throws IOException {
    while (!MessageHead.wholeLine(in).isEmpty()) {
      // Trailer fields mean nothing here.
    }
  }
}
