package dev.parley.platform;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the process does when it is told to stop, by SIGTERM or, from a keyboard, by SIGINT: it
/// stops in good order, and ends with status 0. Told once more, it ends at once.
public final class StopSignals {

  private static final Logger log = LoggerFactory.getLogger(StopSignals.class);
  private static final List<String> NAMES = List.of("TERM", "INT");

  /// What a shell says of a process that SIGTERM ended.
  private static final int ENDED_AT_ONCE = 143;

  private static final AtomicBoolean told = new AtomicBoolean();

  private StopSignals() {}

  /// Has the signals handled so from now on, where the JVM lets us.
  public static void handle() {
    try {
      // The one way to signals that a JDK has; by name, because its compiler warns of it and cannot
      // be told not to.
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var stop =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (_, _, _) -> stop());
      for (var name : NAMES) {
        var one = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, one, stop);
      }
    } catch (ReflectiveOperationException e) {
      log.info("Signals cannot be handled here: the server stops with status 143", e);
    }
  }

  /// Each signal comes on a thread of its own.
  private static Object stop() {
    if (told.compareAndSet(false, true)) {
      System.exit(0);
    }
    Runtime.getRuntime().halt(ENDED_AT_ONCE);
    throw new AssertionError("halted");
  }
}
