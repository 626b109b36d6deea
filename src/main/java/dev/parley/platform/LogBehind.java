package dev.parley.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Hands what is logged on behind the back of whoever logs it. Whoever finds [#MOST] events waiting
/// waits with them, so that nothing is dropped; or does not, and the event is left out, where that
/// is set. A console that nobody reads would stop the server otherwise.
///
/// The thread that hands on looks for itself, fifty times in a second. To wake it would cost more
/// than all else that logging does, and many log while they have the writer's turn. What it finds
/// is written together: appenders leave it to this one when to flush.
public final class LogBehind extends UnsynchronizedAppenderBase<ILoggingEvent>
    implements AppenderAttachable<ILoggingEvent> {

  private static final int MOST = 8_192;
  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final BlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(MOST);
  private final AppenderAttachableImpl<ILoggingEvent> targets = new AppenderAttachableImpl<>();
  private final AtomicLong leftOut = new AtomicLong();
  private boolean leavesOut;
  private @Nullable Thread thread;

  /// Whether to leave out what there is no room for, rather than wait.
  public void setLeavesOut(boolean leavesOut) {
    this.leavesOut = leavesOut;
  }

  @Override
  public void start() {
    super.start();
    thread = Thread.ofPlatform().daemon().name("log").start(this::handOn);
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
    if (!leavesOut) {
      put(event);
    } else if (!waiting.offer(event)) {
      leftOut.incrementAndGet();
    }
  }

  private void put(ILoggingEvent event) {
    var interrupted = false;
    for (var stands = false; !stands; ) {
      try {
        waiting.put(event);
        stands = true;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    var thread = this.thread;
    if (!isStarted() || thread == null) {
      return;
    }
    super.stop();
    try {
      thread.join(LAST_WORDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    // One that still writes would not let itself be stopped.
    if (!thread.isAlive()) {
      targets.detachAndStopAllAppenders();
    }
  }

  private void handOn() {
    var some = new ArrayList<ILoggingEvent>();
    boolean last;
    do {
      last = !isStarted();
      while (waiting.drainTo(some) > 0) {
        some.forEach(targets::appendLoopOnAppenders);
        some.clear();
        tellWhatIsLeftOut();
        targets.iteratorForAppenders().forEachRemaining(this::flush);
      }
      if (!last) {
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    } while (!last);
  }

  private void tellWhatIsLeftOut() {
    var count = leftOut.getAndSet(0);
    if (count > 0) {
      var logger = ((LoggerContext) getContext()).getLogger(LogBehind.class);
      var message =
          "{} lines are left out here, for which there was no room: nobody read the others";
      targets.appendLoopOnAppenders(
          new LoggingEvent(
              LogBehind.class.getName(), logger, Level.WARN, message, null, new Object[] {count}));
    }
  }

  private void flush(Appender<ILoggingEvent> target) {
    if (target.isStarted() && target instanceof OutputStreamAppender<?> file) {
      try {
        file.getOutputStream().flush();
      } catch (IOException e) {
        addError("What was logged could not be written", e);
      }
    }
  }

  @Override
  public void addAppender(Appender<ILoggingEvent> appender) {
    targets.addAppender(appender);
  }

  @Override
  public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
    return targets.iteratorForAppenders();
  }

  @Override
  public @Nullable Appender<ILoggingEvent> getAppender(String name) {
    return targets.getAppender(name);
  }

  @Override
  public boolean isAttached(Appender<ILoggingEvent> appender) {
    return targets.isAttached(appender);
  }

  @Override
  public void detachAndStopAllAppenders() {
    targets.detachAndStopAllAppenders();
  }

  @Override
  public boolean detachAppender(Appender<ILoggingEvent> appender) {
    return targets.detachAppender(appender);
  }

  @Override
  public boolean detachAppender(String name) {
    return targets.detachAppender(name);
  }
}
