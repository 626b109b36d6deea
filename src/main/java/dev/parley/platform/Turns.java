package dev.parley.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/// The right to do a thing, which one thread has at a time and which goes on to the one that has
/// waited longest.
///
/// It is never handed to nobody: a thread that gives up waiting at the very moment when it is
/// handed the turn has it all the same.
///
/// Whoever waits sets no alarm for itself, which would cost more than most turns take. One thread
/// has an alarm for all, for the first of them that would wait too long.
final class Turns {

  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private final Thread alarm = Thread.ofVirtual().name("impatience").unstarted(this::sendLateAway);
  private boolean taken;

  /// When the alarm rings next; meaningless where it is off.
  private long rings;

  private boolean alarmed;

  /// Waits for this thread's turn.
  ///
  /// @return false where that took longer, or the thread was interrupted, and it has no turn
  boolean take(long nanos) {
    Waiter waiter;
    synchronized (this) {
      if (!taken) {
        taken = true;
        return true;
      }
      waiter = new Waiter(Thread.currentThread(), System.nanoTime() + nanos);
      waiting.add(waiter);
      setAlarm(waiter.deadline);
    }
    while (waiter.stands == Stands.WAITING && !Thread.currentThread().isInterrupted()) {
      LockSupport.park(this);
    }
    synchronized (this) {
      return !waiting.remove(waiter) && waiter.stands == Stands.AT_TURN;
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
    next.goOn(Stands.AT_TURN);
    return true;
  }

  /// Ends this thread's turn, whether anybody waits or not.
  synchronized void end() {
    taken = handOver();
  }

  private void setAlarm(long deadline) {
    if (alarm.getState() == Thread.State.NEW) {
      alarm.start();
    }
    if (!alarmed || deadline - rings < 0) {
      alarmed = true;
      rings = deadline;
      LockSupport.unpark(alarm);
    }
  }

  private void sendLateAway() {
    while (!Thread.currentThread().isInterrupted()) {
      var nanos = untilNext();
      if (nanos == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, nanos);
      }
    }
  }

  private synchronized long untilNext() {
    var now = System.nanoTime();
    var next = Long.MAX_VALUE;
    for (var waiters = waiting.iterator(); waiters.hasNext(); ) {
      var waiter = waiters.next();
      var left = waiter.deadline - now;
      if (left <= 0) {
        waiters.remove();
        waiter.goOn(Stands.LATE);
      } else {
        next = Math.min(next, left);
      }
    }
    alarmed = next != Long.MAX_VALUE;
    rings = now + next;
    return next;
  }

  private enum Stands {
    WAITING,
    AT_TURN,
    LATE
  }

  private static final class Waiter {

    private final Thread thread;
    private final long deadline;
    private volatile Stands stands = Stands.WAITING;

    Waiter(Thread thread, long deadline) {
      this.thread = thread;
      this.deadline = deadline;
    }

    void goOn(Stands now) {
      stands = now;
      LockSupport.unpark(thread);
    }
  }
}
