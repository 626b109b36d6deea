package dev.parley.answer;

import dev.parley.web.Refusal;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

/// A reader: an offset into an answer, on its way down a client's connection. It takes what stands
/// after its offset when the connection can take more, so a slow client gets larger pieces later,
/// and nothing is kept for it.
final class AnswerReader extends PieceWriter {

  private static final int PIECE = 16_384;

  private final LiveAnswer answer;
  private final Notation notation;
  private int offset;
  private boolean first;

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
    super(line, buffers, commentEvery, !fromStart);
    this.answer = answer;
    this.notation = notation;
    this.offset = offset;
    this.first = fromStart;
  }

  @Override
  void enter(Runnable waker) {
    answer.add(waker);
  }

  @Override
  void leave(Runnable waker) {
    answer.remove(waker);
  }

  @Override
  @Nullable ByteBuf next() {
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
      return piece;
    }
    if (hasEnded && answer.end().isCancelled()) {
      line.breakOff();
      return null;
    }
    return hasEnded ? end() : null;
  }

  private ByteBuf end() {
    var piece = begin();
    notation.end(answer.end().join(), answer.length(), piece);
    return last(piece);
  }

  @Override
  void refuse(Refusal because, ByteBuf into) {
    notation.end(new End.Failed(because, null), offset, into);
  }

  @Override
  void comment(ByteBuf into) {
    notation.silence(into);
  }

  @Override
  boolean isWhole(@Nullable Refusal refused) {
    var failed = refused != null || answer.end().join() instanceof End.Failed;
    return !failed || notation.tellsFailures();
  }
}
