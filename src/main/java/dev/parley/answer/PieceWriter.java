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

/// Writes a body piece by piece down a client's connection. It takes the next piece when the
/// connection can take more, so nothing is kept for a slow client.
///
/// To the web server it is a body: the server asks for its first piece, then sends the head, then
/// asks for the rest. From then on the pieces go out on the [Line] itself, until the server is told
/// that the body is complete.
///
/// Everything happens on the connection's event loop; other threads may wake it.
abstract class PieceWriter implements Publisher<DataBuffer>, Subscription {

  /// The way down.
  final Line line;

  private final EventLoop loop;
  private final NettyDataBufferFactory buffers;
  private final Duration commentEvery;
  private final Runnable waker = this::wake;
  private final Runnable drainer = this::drainAfterWake;
  private final Writability writability = new Writability(waker);
  private final AtomicBoolean woken = new AtomicBoolean();
  private @Nullable Subscriber<? super DataBuffer> server;
  private @Nullable ScheduledFuture<?> heartbeat;
  private int requests;
  private boolean begun;
  private boolean silent;
  private boolean told;
  private boolean done;
  private boolean draining;
  private @Nullable Refusal refused;

  /// @param silent whether it begins with nothing to say: then it sends a comment, and with it the
  ///     head of the response
  /// @param commentEvery how long to let the client hear nothing
  PieceWriter(Line line, NettyDataBufferFactory buffers, Duration commentEvery, boolean silent) {
    this.line = line;
    this.loop = line.channel().eventLoop();
    this.buffers = buffers;
    this.commentEvery = commentEvery;
    this.silent = silent;
  }

  /// Has the waker run whenever there is more.
  abstract void enter(Runnable waker);

  /// Lets it go.
  abstract void leave(Runnable waker);

  /// Writes what comes next, in a buffer that was begun here; none where there is nothing.
  abstract @Nullable ByteBuf next();

  /// Writes that the client may read no more of it.
  abstract void refuse(Refusal because, ByteBuf into);

  /// Writes what keeps the connection open.
  abstract void comment(ByteBuf into);

  /// Whether what was written may be taken for the whole, once the last has been told.
  abstract boolean isWhole(@Nullable Refusal refused);

  @Override
  public final void subscribe(Subscriber<? super DataBuffer> subscriber) {
    loop.execute(
        () -> {
          server = subscriber;
          var period = commentEvery.toMillis();
          heartbeat =
              loop.scheduleAtFixedRate(this::beSilent, period, period, TimeUnit.MILLISECONDS);
          line.channel().pipeline().addFirst(writability);
          enter(waker);
          subscriber.onSubscribe(this);
        });
  }

  @Override
  public final void request(long n) {
    if (loop.inEventLoop()) {
      requests++;
      drain();
    } else {
      loop.execute(() -> request(n));
    }
  }

  @Override
  public final void cancel() {
    if (loop.inEventLoop()) {
      finish();
    } else {
      loop.execute(this::finish);
    }
  }

  /// Ends what this client may read. For any thread.
  final void end(Refusal because) {
    loop.execute(
        () -> {
          refused = because;
          drain();
        });
  }

  /// What was written last is the end.
  final ByteBuf last(ByteBuf piece) {
    told = true;
    return piece;
  }

  /// A buffer for the next piece.
  final ByteBuf begin() {
    return begun ? line.begin() : Unpooled.buffer();
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
      var piece = nextOrComment();
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
    if (isWhole(refused)) {
      server.onComplete();
    } else {
      line.breakOff();
    }
  }

  private boolean mayWrite() {
    return begun ? requests > 1 && line.channel().isWritable() : requests > 0;
  }

  private @Nullable ByteBuf nextOrComment() {
    if (refused != null) {
      var piece = begin();
      refuse(refused, piece);
      return last(piece);
    }
    var piece = next();
    if (piece == null && silent && !done) {
      piece = begin();
      comment(piece);
    }
    if (piece != null) {
      silent = false;
    }
    return piece;
  }

  final void finish() {
    if (!done) {
      done = true;
      leave(waker);
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
