package dev.parley.web;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// When an event loop looks for what has arrived: at once, as long as little does. A loop that is
/// woken for nearly every piece of many streams waits for a moment before it looks and then takes
/// all there is, because waking up costs about as much as passing a piece on. (Network cards do the
/// same with interrupts.)
///
/// A loop has one of its own.
final class LoopPace implements SelectStrategy {

  /// At least this lies between two looks of a busy loop.
  private static final long MOMENT = Duration.ofNanos(500_000).toNanos();

  /// Looks in a row, each soon after the one before it, that make a loop busy.
  private static final int MANY = 64;

  private long lastLook;
  private int soon;

  /// @return how many connections have something, or that the loop is to wait until one has
  @Override
  public int calculateStrategy(IntSupplier look, boolean hasTasks) throws Exception {
    var now = System.nanoTime();
    var since = now - lastLook;
    lastLook = now;
    soon = since < 2 * MOMENT ? soon + 1 : 0;
    if (soon < MANY) {
      return hasTasks ? look.get() : SELECT;
    }
    if (since < MOMENT) {
      LockSupport.parkNanos(MOMENT - since);
      lastLook = System.nanoTime();
    }
    var ready = look.get();
    if (ready < 2) {
      soon = 0;
    }
    return ready > 0 || hasTasks ? ready : SELECT;
  }
}
