package dev.parley.platform;

import org.slf4j.MDC;

/// The request that a thread works for. Its id is in the lines that the thread logs, and in what it
/// has recorded.
public final class Errand {

  /// The name of the id in lines of the log.
  public static final String LOGGED = "request_id";

  private static final ScopedValue<String> ID = ScopedValue.newInstance();

  private Errand() {}

  /// The id of the request; empty on a thread that works for none.
  public static String id() {
    return ID.isBound() ? ID.get() : "";
  }

  /// Runs a task that is part of a request.
  ///
  /// @param id empty for none
  public static void run(String id, Runnable task) {
    if (id.isEmpty()) {
      task.run();
      return;
    }
    MDC.put(LOGGED, id);
    try {
      ScopedValue.where(ID, id).run(task);
    } finally {
      MDC.remove(LOGGED);
    }
  }
}
