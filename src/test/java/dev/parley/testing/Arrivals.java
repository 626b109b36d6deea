package dev.parley.testing;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What has come of a response so far, between the thread that reads it and the test.
final class Arrivals {
  private final CompletableFuture<MessageHead> head = new CompletableFuture<>();
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
  private final AtomicInteger commentCount = new AtomicInteger();
  private volatile String body = "";

  sealed interface Arrival {}

  record Arrived(Event event) implements Arrival {}

  /// The end of the body.
  ///
  /// @param whole whether it ended as HTTP and the event stream's grammar want it
  record Ended(boolean whole, String how) implements Arrival {}

  void headCame(MessageHead came) {
    head.complete(came);
  }

  void eventCame(Event event) {
    arrivals.add(new Arrived(event));
  }

  void commentCame(String comment) {
    commentCount.incrementAndGet();
    comments.add(comment);
  }

  void bodyCame(String text) {
    body = text;
  }

  void endCame(Ended end) {
    head.completeExceptionally(new AssertionError("no answer: " + end.how()));
    arrivals.add(end);
  }

  /// The head, or null when it does not come in time.
  ///
  /// @throws AssertionError when it will never come
  @Nullable MessageHead head(Duration atMost) throws InterruptedException {
    try {
      return head.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return null;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /// The next event; after the last one the end, again and again; null when neither comes in time.
  @Nullable Arrival next(Duration atMost) throws InterruptedException {
    var next = arrivals.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    if (next instanceof Ended) {
      arrivals.add(next);
    }
    return next;
  }

  String nextComment(Duration atMost) throws InterruptedException {
    var next = comments.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      throw new AssertionError("no comment within " + atMost);
    }
    return next;
  }

  int comments() {
    return commentCount.get();
  }

  String body() {
    return body;
  }
}
