package dev.parley.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Where gated answers wait before each piece until the test lets it through.
final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private final Map<String, Integer> passesOfModel = new HashMap<>();
  private int passesOfAll;

  void release(int pieces) {
    lock.lock();
    try {
      passesOfAll += pieces;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void release(String model, int pieces) {
    lock.lock();
    try {
      passesOfModel.merge(model, pieces, Integer::sum);
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a pass of the model's own, else for one that is everybody's, and spends it.
  void pass(String model) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!spend(model)) {
        opened.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean spend(String model) {
    int own = passesOfModel.getOrDefault(model, 0);
    if (own > 0) {
      passesOfModel.put(model, own - 1);
    } else if (passesOfAll > 0) {
      passesOfAll--;
    } else {
      return false;
    }
    return true;
  }

  void clear() {
    lock.lock();
    try {
      passesOfModel.clear();
      passesOfAll = 0;
    } finally {
      lock.unlock();
    }
  }
}
