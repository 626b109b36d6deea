package dev.parley.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Does the same thing many times at once.
public final class Together {

  private Together() {}

  /// Starts all of it at the same moment and waits until all is done.
  ///
  /// @return what each gave, in the order of their numbers, which begin at 0
  public static <T> List<T> run(int times, IntFunction<T> work) throws InterruptedException {
    var start = new CyclicBarrier(times);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, times)
              .mapToObj(
                  number ->
                      (Callable<T>)
                          () -> {
                            start.await();
                            return work.apply(number);
                          })
              .toList();
      return threads.invokeAll(tasks).stream().map(Together::result).toList();
    }
  }

  private static <T> T result(Future<T> task) {
    if (task.state() == Future.State.FAILED) {
      throw new AssertionError("one of them failed", task.exceptionNow());
    }
    return task.resultNow();
  }
}
