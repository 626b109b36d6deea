package dev.parley.answer;

import static dev.parley.answer.EventBytes.ascii;

import dev.parley.web.Refusal;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

/// Writes a stream that is passed on, as it comes from the model. It ends with `[DONE]` where it is
/// whole, and with an error where it is not.
final class PassageReader extends PieceWriter {

  private static final byte[] DONE = ascii("data: [DONE]\n\n");
  private static final byte[] DATA = ascii("data: ");

  private final LiveAnswer answer;
  private final Passing passing;
  private final Function<Refusal, byte[]> error;

  /// @param error writes a refusal down as JSON
  PassageReader(
      LiveAnswer answer,
      Passing passing,
      Function<Refusal, byte[]> error,
      Line line,
      NettyDataBufferFactory buffers,
      Duration commentEvery) {
    super(line, buffers, commentEvery, true);
    this.answer = answer;
    this.passing = passing;
    this.error = error;
  }

  @Override
  void enter(Runnable waker) {
    passing.read(waker);
    var _ = answer.end().thenRun(waker);
  }

  @Override
  void leave(Runnable waker) {
    passing.read(() -> {});
  }

  @Override
  @Nullable ByteBuf next() {
    // Asked before looking at what waits: an answer that has ended has all of it there.
    var hasEnded = answer.end().isDone();
    var piece = begin();
    if (passing.moveTo(piece)) {
      return piece;
    }
    if (!hasEnded) {
      return null;
    }
    switch (answer.end().join()) {
      case End.Completed _ -> piece.writeBytes(DONE);
      case End.Stopped _ -> refuse(new AnswerStopped(), piece);
      case End.Failed failed -> refuse(failed.failure(), piece);
    }
    return last(piece);
  }

  @Override
  void refuse(Refusal because, ByteBuf into) {
    into.writeBytes(DATA).writeBytes(error.apply(because)).writeBytes(EventBytes.END);
  }

  @Override
  void comment(ByteBuf into) {
    into.writeBytes(EventBytes.COMMENT);
  }

  @Override
  boolean isWhole(@Nullable Refusal refused) {
    return true;
  }
}
