package dev.parley.platform;

import org.slf4j.MDC;

/// The request that a thread works for. Its id is in the lines that the thread logs, and in what it
/// has recorded.
///
/// @param id of the request; empty for none
/// @param trace its place in a trace, as `traceparent` has it; empty where there are no traces
public record Errand(String id, String trace) {

  /// The name of the id in lines of the log.
  public static final String LOGGED = "request_id";

  /// That of a thread that works for no request.
  public static final Errand NONE = new Errand("", "");

  private static final ScopedValue<Errand> CURRENT = ScopedValue.newInstance();

  /// That of this thread.
  public static Errand current() {
    return CURRENT.isBound() ? CURRENT.get() : NONE;
  }

  /// Runs a task that is part of it.
  public void run(Runnable task) {
    if (id.isEmpty()) {
      task.run();
      return;
    }
    var before = MDC.get(LOGGED);
    MDC.put(LOGGED, id);
    try {
      ScopedValue.where(CURRENT, this).run(task);
    } finally {
      if (before == null) {
        MDC.remove(LOGGED);
      } else {
        MDC.put(LOGGED, before);
      }
    }
  }
}
