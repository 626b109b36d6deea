package dev.parley.web;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;

/// The body of a request for one virtual thread, which waits for its pieces. The event loop puts
/// them down and never waits, not even for a lock; it reads no more than a few ahead.
final class BodyStream extends InputStream implements CoreSubscriber<DataBuffer> {

  /// Pieces, each as the network brought it.
  private static final int AHEAD = 16;

  private final Queue<DataBuffer> pieces = new ConcurrentLinkedQueue<>();

  /// One permit for each piece and one for the end.
  private final Semaphore arrived = new Semaphore(0);

  private volatile @Nullable Subscription body;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private @Nullable DataBuffer current;
  private boolean ended;

  @Override
  public void onSubscribe(Subscription subscription) {
    body = subscription;
    subscription.request(AHEAD);
  }

  @Override
  public void onNext(DataBuffer piece) {
    pieces.add(piece);
    arrived.release();
    if (closed) {
      drop();
    }
  }

  @Override
  public void onError(Throwable cause) {
    failure = cause;
    arrived.release();
  }

  @Override
  public void onComplete() {
    arrived.release();
  }

  @Override
  public int read() throws InterruptedIOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws InterruptedIOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    var piece = piece();
    if (piece == null) {
      return -1;
    }
    var count = Math.min(length, piece.readableByteCount());
    piece.read(into, offset, count);
    return count;
  }

  /// The piece in which there is more to read; none at the end.
  private @Nullable DataBuffer piece() throws InterruptedIOException {
    while (!ended && (current == null || current.readableByteCount() == 0)) {
      DataBufferUtils.release(current);
      current = null;
      await();
      current = pieces.poll();
      if (current == null) {
        ended = true;
      } else {
        Objects.requireNonNull(body).request(1);
      }
    }
    if (ended && failure != null) {
      throw Exceptions.propagate(failure);
    }
    return current;
  }

  private void await() throws InterruptedIOException {
    try {
      arrived.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /// Reads no more, and lets the sender go on.
  @Override
  public void close() {
    closed = true;
    ended = true;
    var subscription = body;
    if (subscription != null) {
      subscription.cancel();
    }
    DataBufferUtils.release(current);
    current = null;
    drop();
  }

  private void drop() {
    for (var piece = pieces.poll(); piece != null; piece = pieces.poll()) {
      DataBufferUtils.release(piece);
    }
  }
}
