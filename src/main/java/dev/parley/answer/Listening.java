package dev.parley.answer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// A reader that is one of several in one response, and so leaves the connection to the web server.
/// Whoever wakes it reads, one at a time.
final class Listening implements Runnable {

  private static final int PIECE = 16_384;

  private final LiveAnswer answer;
  private final Notation notation;
  private final FluxSink<ByteBuf> sink;
  private int offset;
  private boolean begun;
  private boolean done;

  private Listening(LiveAnswer answer, Notation notation, FluxSink<ByteBuf> sink) {
    this.answer = answer;
    this.notation = notation;
    this.sink = sink;
  }

  /// The whole answer, from its start to its end.
  static Flux<ByteBuf> to(LiveAnswer answer, Notation notation) {
    return Flux.create(
        sink -> {
          var reader = new Listening(answer, notation, sink);
          answer.add(reader);
          sink.onDispose(() -> answer.remove(reader));
          sink.onRequest(_ -> reader.run());
        });
  }

  @Override
  public synchronized void run() {
    while (!done && sink.requestedFromDownstream() > 0) {
      var piece = next();
      if (piece == null) {
        return;
      }
      sink.next(piece);
      if (done) {
        sink.complete();
      }
    }
  }

  private @Nullable ByteBuf next() {
    var piece = Unpooled.buffer();
    var hasEnded = answer.end().isDone();
    var to = answer.pieceEnd(offset, PIECE, notation, hasEnded);
    var started = answer.started();
    if (!begun && started != null) {
      begun = true;
      notation.started(started, 0, piece);
    } else if (to > offset) {
      answer.read(offset, to, notation, piece);
      offset = to;
    } else if (hasEnded && answer.end().isCancelled()) {
      sink.complete();
      return null;
    } else if (hasEnded) {
      done = true;
      notation.end(answer.end().join(), offset, piece);
    } else {
      return null;
    }
    return piece;
  }
}
