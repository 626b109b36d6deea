package dev.parley.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/// A connection that takes as much as the test lets it, and holds its publisher to the rules.
final class Reader implements Subscriber<DataBuffer> {

  private final List<String> frames = new ArrayList<>();
  private @Nullable Subscription subscription;
  private @Nullable Throwable error;
  private boolean busy;
  private boolean complete;
  private int takesMore;

  /// Asks for one more frame from inside the next so many.
  void takeMoreAtOnce(int times) {
    takesMore = times;
  }

  void take(long frames) {
    subscription().request(frames);
  }

  void leave() {
    subscription().cancel();
  }

  List<String> frames() {
    return frames;
  }

  String text() {
    return String.join("", frames);
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
    if (takesMore > 0) {
      takesMore--;
      take(1);
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
