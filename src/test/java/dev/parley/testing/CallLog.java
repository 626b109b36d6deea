package dev.parley.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The calls in the order in which they came.
final class CallLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /// Numbers the call among those of its model and keeps it.
  Call add(Request request) {
    lock.lock();
    try {
      var model = new Call(request, 0).model();
      var call = new Call(request, counts.merge(model, 1, Integer::sum));
      calls.add(call);
      added.signalAll();
      return call;
    } finally {
      lock.unlock();
    }
  }

  List<Call> all() {
    lock.lock();
    try {
      return List.copyOf(calls);
    } finally {
      lock.unlock();
    }
  }

  List<Call> of(String model) {
    return all().stream().filter(call -> call.model().equals(model)).toList();
  }

  /// @throws AssertionError when there are fewer after that time
  List<Call> await(String model, int count, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      for (var found = of(model); ; found = of(model)) {
        if (found.size() >= count) {
          return found;
        }
        if (left <= 0) {
          throw new AssertionError(
              "%d of %d calls of %s within %d ms; all calls: %s"
                  .formatted(found.size(), count, model, atMost.toMillis(), calls));
        }
        left = added.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      calls.clear();
      counts.clear();
    } finally {
      lock.unlock();
    }
  }
}
