package dev.parley.answer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Operators;

/// A reader: an offset into an answer, on its way down a client's connection. It takes what stands
/// after its offset when the connection can take more, so a slow client gets larger pieces later,
/// and nothing is kept for it.
///
/// Everything happens on the connection's event loop; other threads may wake it.
final class AnswerReader implements Publisher<DataBuffer>, Subscription {

  private static final int PIECE = 16_384;

  private final LiveAnswer answer;
  private final Notation notation;
  private final Channel channel;
  private final EventLoop loop;
  private final NettyDataBufferFactory buffers;
  private final Duration commentEvery;
  private final Runnable waker = this::wake;
  private final Runnable drainer = this::drainAfterWake;
  private final Writability writability = new Writability(waker);
  private final AtomicBoolean woken = new AtomicBoolean();
  private @Nullable Subscriber<? super DataBuffer> client;
  private @Nullable ScheduledFuture<?> heartbeat;
  private int offset;
  private boolean first;
  private boolean silent;
  private boolean told;
  private boolean done;
  private boolean draining;
  private long demand;

  /// @param offset where to begin, in UTF-16 units
  /// @param fromStart whether the event of the start comes first
  /// @param commentEvery how long to let the client hear nothing
  AnswerReader(
      LiveAnswer answer,
      Notation notation,
      int offset,
      boolean fromStart,
      Channel channel,
      NettyDataBufferFactory buffers,
      Duration commentEvery) {
    this.answer = answer;
    this.notation = notation;
    this.offset = offset;
    this.first = fromStart;
    // A reader that begins with nothing to say sends a comment, and with it the head of the
    // response.
    this.silent = !fromStart;
    this.channel = channel;
    this.loop = channel.eventLoop();
    this.buffers = buffers;
    this.commentEvery = commentEvery;
  }

  @Override
  public void subscribe(Subscriber<? super DataBuffer> subscriber) {
    loop.execute(
        () -> {
          client = subscriber;
          heartbeat =
              loop.scheduleAtFixedRate(
                  this::beSilent,
                  commentEvery.toMillis(),
                  commentEvery.toMillis(),
                  TimeUnit.MILLISECONDS);
          channel.pipeline().addFirst(writability);
          answer.add(waker);
          subscriber.onSubscribe(this);
        });
  }

  @Override
  public void request(long n) {
    if (loop.inEventLoop()) {
      demand = Operators.addCap(demand, n);
      drain();
    } else {
      loop.execute(() -> request(n));
    }
  }

  @Override
  public void cancel() {
    if (loop.inEventLoop()) {
      finish();
    } else {
      loop.execute(this::finish);
    }
  }

  private void wake() {
    if (loop.inEventLoop()) {
      drain();
    } else if (woken.compareAndSet(false, true)) {
      loop.execute(drainer);
    }
  }

  private void drainAfterWake() {
    woken.set(false);
    drain();
  }

  private void beSilent() {
    silent = true;
    drain();
  }

  /// A client that asks for more from inside `onNext` gets it when that has returned.
  private void drain() {
    if (draining || client == null) {
      return;
    }
    draining = true;
    try {
      drainTo(client);
    } catch (RuntimeException e) {
      finish();
      client.onError(e);
    } finally {
      draining = false;
    }
  }

  private void drainTo(Subscriber<? super DataBuffer> client) {
    while (!done && demand > 0 && channel.isWritable()) {
      var next = next();
      if (next == null) {
        return;
      }
      demand--;
      client.onNext(buffers.wrap(next));
      if (told && !done) {
        finish();
        client.onComplete();
      }
    }
  }

  private @Nullable ByteBuf next() {
    if (first) {
      first = false;
      var started = answer.started();
      if (started != null) {
        return notation.started(started, offset);
      }
    }
    // Asked before the text is looked at: an answer that has ended has all its text.
    var hasEnded = answer.end().isDone();
    var to = answer.pieceEnd(offset, PIECE);
    if (to > offset) {
      var from = offset;
      offset = to;
      silent = false;
      return answer.read(from, to, notation);
    }
    if (hasEnded) {
      told = true;
      return notation.end(answer.end().join(), answer.length());
    }
    if (silent) {
      silent = false;
      return notation.silence();
    }
    return null;
  }

  private void finish() {
    if (!done) {
      done = true;
      answer.remove(waker);
      if (heartbeat != null) {
        heartbeat.cancel(false);
      }
      // A connection that is closed has none of its handlers any more.
      if (channel.pipeline().context(writability) != null) {
        channel.pipeline().remove(writability);
      }
    }
  }
}
