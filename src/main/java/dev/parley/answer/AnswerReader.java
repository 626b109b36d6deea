package dev.parley.answer;

import dev.parley.web.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
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

/// A reader: an offset into an answer, on its way down a client's connection. It takes what stands
/// after its offset when the connection can take more, so a slow client gets larger pieces later,
/// and nothing is kept for it.
///
/// To the web server it is a body: the server asks for its first piece, then sends the head, then
/// asks for the rest. From then on the reader writes on the [Line] itself, until it tells the
/// server that the body is complete.
///
/// Everything happens on the connection's event loop; other threads may wake it.
final class AnswerReader implements Publisher<DataBuffer>, Subscription {

  private static final int PIECE = 16_384;

  private final LiveAnswer answer;
  private final Notation notation;
  private final Line line;
  private final EventLoop loop;
  private final NettyDataBufferFactory buffers;
  private final Duration commentEvery;
  private final Runnable waker = this::wake;
  private final Runnable drainer = this::drainAfterWake;
  private final Writability writability = new Writability(waker);
  private final AtomicBoolean woken = new AtomicBoolean();
  private @Nullable Subscriber<? super DataBuffer> server;
  private @Nullable ScheduledFuture<?> heartbeat;
  private int offset;
  private int requests;
  private boolean begun;
  private boolean first;
  private boolean silent;
  private boolean told;
  private boolean done;
  private boolean draining;
  private @Nullable Refusal refused;

  /// @param offset where to begin, in UTF-16 units
  /// @param fromStart whether the event of the start comes first
  /// @param commentEvery how long to let the client hear nothing
  AnswerReader(
      LiveAnswer answer,
      Notation notation,
      int offset,
      boolean fromStart,
      Line line,
      NettyDataBufferFactory buffers,
      Duration commentEvery) {
    this.answer = answer;
    this.notation = notation;
    this.offset = offset;
    this.first = fromStart;
    // A reader that begins with nothing to say sends a comment, and with it the head of the
    // response.
    this.silent = !fromStart;
    this.line = line;
    this.loop = line.channel().eventLoop();
    this.buffers = buffers;
    this.commentEvery = commentEvery;
  }

  @Override
  public void subscribe(Subscriber<? super DataBuffer> subscriber) {
    loop.execute(
        () -> {
          server = subscriber;
          var period = commentEvery.toMillis();
          heartbeat =
              loop.scheduleAtFixedRate(this::beSilent, period, period, TimeUnit.MILLISECONDS);
          line.channel().pipeline().addFirst(writability);
          answer.add(waker);
          subscriber.onSubscribe(this);
        });
  }

  @Override
  public void request(long n) {
    if (loop.inEventLoop()) {
      requests++;
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

  /// Ends what this client may read; the answer goes on. For any thread.
  void end(Refusal because) {
    loop.execute(
        () -> {
          refused = because;
          drain();
        });
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

  /// What the server asks for from inside `onNext` it gets when that has returned.
  private void drain() {
    if (draining || server == null) {
      return;
    }
    draining = true;
    try {
      drainTo(server);
    } catch (RuntimeException e) {
      finish();
      server.onError(e);
    } finally {
      draining = false;
    }
  }

  private void drainTo(Subscriber<? super DataBuffer> server) {
    while (!done && mayWrite()) {
      if (told) {
        finish();
        complete(server);
        return;
      }
      var piece = next();
      if (piece == null) {
        return;
      }
      if (begun) {
        line.send(piece);
      } else {
        begun = true;
        server.onNext(buffers.wrap(piece));
      }
    }
  }

  private void complete(Subscriber<? super DataBuffer> server) {
    var failed = refused != null || answer.end().join() instanceof End.Failed;
    if (failed && !notation.tellsFailures()) {
      line.breakOff();
    } else {
      server.onComplete();
    }
  }

  private boolean mayWrite() {
    return begun ? requests > 1 && line.channel().isWritable() : requests > 0;
  }

  private @Nullable ByteBuf next() {
    if (refused != null) {
      told = true;
      var piece = begin();
      notation.end(new End.Failed(refused, null), offset, piece);
      return piece;
    }
    if (first) {
      first = false;
      var started = answer.started();
      if (started != null) {
        var piece = begin();
        notation.started(started, offset, piece);
        return piece;
      }
    }
    // Asked before the text is looked at: an answer that has ended has all its text.
    var hasEnded = answer.end().isDone();
    var to = answer.pieceEnd(offset, PIECE);
    if (to > offset) {
      var piece = begin();
      answer.read(offset, to, notation, piece);
      offset = to;
      silent = false;
      return piece;
    }
    if (hasEnded && answer.end().isCancelled()) {
      line.breakOff();
      return null;
    }
    if (hasEnded) {
      told = true;
      var piece = begin();
      notation.end(answer.end().join(), answer.length(), piece);
      return piece;
    }
    if (silent) {
      silent = false;
      var piece = begin();
      notation.silence(piece);
      return piece;
    }
    return null;
  }

  private ByteBuf begin() {
    return begun ? line.begin() : Unpooled.buffer();
  }

  private void finish() {
    if (!done) {
      done = true;
      answer.remove(waker);
      if (heartbeat != null) {
        heartbeat.cancel(false);
      }
      // A connection that is closed has none of its handlers any more.
      if (line.channel().pipeline().context(writability) != null) {
        line.channel().pipeline().remove(writability);
      }
    }
  }
}
