package dev.parley.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/// The web server at a reader's connection: it asks for the first piece, then for the rest, which
/// the reader writes on the connection itself. It holds its publisher to the rules.
final class Reader implements Subscriber<DataBuffer> {

  private final EmbeddedChannel channel;

  private final List<String> frames = new ArrayList<>();
  private @Nullable Subscription subscription;
  private @Nullable Throwable error;
  private boolean busy;
  private boolean complete;
  private boolean takesRest;

  Reader(EmbeddedChannel channel) {
    this.channel = channel;
  }

  /// Asks for the rest from inside the first piece.
  void takeRestAtOnce() {
    takesRest = true;
  }

  void takeFirst() {
    subscription().request(1);
  }

  void takeRest() {
    subscription().request(Long.MAX_VALUE);
  }

  void takeAll() {
    takeFirst();
    takeRest();
  }

  void leave() {
    subscription().cancel();
  }

  /// What came so far, piece by piece.
  List<String> frames() {
    for (ByteBuf piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
      frames.add(piece.toString(UTF_8));
      piece.release();
    }
    return frames;
  }

  String text() {
    return String.join("", frames());
  }

  boolean isComplete() {
    return complete;
  }

  @Nullable Throwable error() {
    return error;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
  }

  @Override
  public void onNext(DataBuffer frame) {
    if (busy || complete) {
      throw new AssertionError("a frame amid another, or after the end");
    }
    busy = true;
    frames.add(frame.toString(UTF_8));
    DataBufferUtils.release(frame);
    if (takesRest) {
      takeRest();
    }
    busy = false;
  }

  @Override
  public void onError(Throwable cause) {
    error = cause;
  }

  @Override
  public void onComplete() {
    if (complete) {
      throw new AssertionError("a second end");
    }
    complete = true;
  }

  private Subscription subscription() {
    if (subscription == null) {
      throw new AssertionError("not subscribed");
    }
    return subscription;
  }
}
