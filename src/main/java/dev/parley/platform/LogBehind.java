package dev.parley.platform;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Hands what is logged on behind the back of whoever logs it. Nothing is dropped: whoever finds
/// [#MOST] events waiting waits with them.
///
/// The thread that hands on looks for itself, fifty times in a second. To wake it would cost more
/// than all else that logging does, and many log while they have the writer's turn.
public final class LogBehind extends UnsynchronizedAppenderBase<ILoggingEvent>
    implements AppenderAttachable<ILoggingEvent> {

  private static final int MOST = 8_192;
  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final BlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(MOST);
  private final AppenderAttachableImpl<ILoggingEvent> targets = new AppenderAttachableImpl<>();
  private @Nullable Thread thread;

  @Override
  public void start() {
    super.start();
    thread = Thread.ofPlatform().daemon().name("log").start(this::handOn);
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
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
    if (!isStarted()) {
      return;
    }
    super.stop();
    try {
      Objects.requireNonNull(thread).join(LAST_WORDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    targets.detachAndStopAllAppenders();
  }

  private void handOn() {
    var some = new ArrayList<ILoggingEvent>();
    boolean last;
    do {
      last = !isStarted();
      while (waiting.drainTo(some) > 0) {
        some.forEach(targets::appendLoopOnAppenders);
        some.clear();
      }
      if (!last) {
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    } while (!last);
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
