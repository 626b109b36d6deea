package dev.parley.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Threads that come to the writer at one moment: one has the turn and keeps it until all others
/// wait for theirs.
final class Crowd {

  private static final long PATIENCE_SECONDS = 30;
  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private final TestDatabase database;

  Crowd(TestDatabase database) {
    this.database = database;
  }

  /// Runs `work` in a transaction for each number below `size`, in the order of the numbers.
  ///
  /// @return what each failed with; null for those that did not
  List<@Nullable Throwable> run(int size, IntConsumer work) {
    var begun = new CountDownLatch(1);
    var open = new CountDownLatch(1);
    var first =
        start(
            () ->
                database.write(
                    () -> {
                      begun.countDown();
                      await(open);
                    }));
    await(begun);
    var others = new ArrayList<Started>();
    for (var i = 0; i < size; i++) {
      var number = i;
      var other = start(() -> database.write(() -> work.accept(number)));
      awaitWaiting(other.thread());
      others.add(other);
    }
    open.countDown();
    first.outcome();
    var outcomes = new ArrayList<@Nullable Throwable>();
    for (var other : others) {
      outcomes.add(other.outcome());
    }
    return outcomes;
  }

  /// Something on its way on a virtual thread of its own.
  record Started(Thread thread, FutureTask<@Nullable Void> task) {

    /// What it failed with; null where it did not.
    @Nullable Throwable outcome() {
      try {
        task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return null;
      } catch (ExecutionException e) {
        return e.getCause();
      } catch (InterruptedException | TimeoutException e) {
        throw new AssertionError("not done", e);
      }
    }
  }

  static Started start(Runnable work) {
    var task = new FutureTask<@Nullable Void>(work, null);
    return new Started(Thread.ofVirtual().start(task), task);
  }

  /// Returns once the thread waits for something.
  static void awaitWaiting(Thread thread) {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!WAITING.contains(thread.getState())) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(thread + " does not wait");
      }
      Thread.onSpinWait();
    }
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody came");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
