package dev.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps all that a model says, and holds it to the contract of listeners.
final class Heard implements ModelListener {

  private final List<String> pieces = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable ModelEnd end;

  @Override
  public void onText(CharSequence text) {
    if (end != null) {
      throw new AssertionError("text after the end: " + text);
    }
    pieces.add(text.toString());
  }

  @Override
  public void onEnd(ModelEnd how) {
    if (end != null) {
      throw new AssertionError("a second end: " + how);
    }
    end = how;
    ended.countDown();
  }

  /// The whole text, once it has ended.
  ///
  /// @throws AssertionError when it does not end in time
  String whole(Duration atMost) throws InterruptedException {
    if (!ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new AssertionError("no end within %s, only %s".formatted(atMost, pieces));
    }
    return String.join("", pieces);
  }

  List<String> pieces() {
    return List.copyOf(pieces);
  }

  @Nullable ModelEnd end() {
    return end;
  }
}
