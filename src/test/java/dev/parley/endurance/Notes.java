package dev.parley.endurance;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// What clients do at the same time, and what each is told.
final class Notes<O, R> {

  private final ConcurrentLinkedQueue<Done<O, R>> done = new ConcurrentLinkedQueue<>();

  /// Does something, and notes what is told.
  ///
  /// @return what is told
  R take(O operation, Supplier<R> doing) {
    var began = System.nanoTime();
    var told = doing.get();
    add(operation, told, began, System.nanoTime());
    return told;
  }

  /// Notes what was done at some moment between two.
  void add(O operation, R told, long began, long ended) {
    done.add(new Done<>(operation, told, began, ended));
  }

  List<Done<O, R>> all() {
    return List.copyOf(done);
  }
}
