package dev.parley.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The right to do a thing, which one thread has at a time and which goes on to the one that has
/// waited longest.
///
/// It is never handed to nobody: a thread that gives up waiting at the very moment when it is
/// handed the turn has it all the same.
final class Turns {

  private final Deque<CountDownLatch> waiting = new ArrayDeque<>();
  private boolean taken;

  /// Waits for this thread's turn.
  ///
  /// @return false where that took longer, or the thread was interrupted, and it has no turn
  boolean take(long nanos) {
    CountDownLatch handedOver;
    synchronized (this) {
      if (!taken) {
        taken = true;
        return true;
      }
      handedOver = new CountDownLatch(1);
      waiting.add(handedOver);
    }
    try {
      if (handedOver.await(nanos, TimeUnit.NANOSECONDS)) {
        return true;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      return !waiting.remove(handedOver);
    }
  }

  /// Hands this thread's turn to the next.
  ///
  /// @return false where nobody waits: then this thread keeps it
  synchronized boolean handOver() {
    var next = waiting.poll();
    if (next == null) {
      return false;
    }
    next.countDown();
    return true;
  }

  /// Ends this thread's turn, whether anybody waits or not.
  synchronized void end() {
    taken = handOver();
  }
}
