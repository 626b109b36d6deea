package dev.parley.web;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// The memory that bodies share of which the end has not come yet. They lie beside the heap, and
/// everything that is sent and received does, too: so they have a part of it, and no more.
@Component
final class BodySpace {

  private static final int PART = 4;
  private static final int SECONDS = 2;

  private final AtomicLong held = new AtomicLong();
  private final long most;

  BodySpace(WebSettings settings) {
    var set = settings.bodySpace();
    this.most = set == null ? Runtime.getRuntime().maxMemory() / PART : set.toBytes();
  }

  /// Takes room for what has come of a body, or gives it back where the number is negative.
  ///
  /// @throws ServerBusy where there is no room, and nothing is taken
  void hold(long bytes) {
    if (held.addAndGet(bytes) > most && bytes > 0) {
      held.addAndGet(-bytes);
      throw new ServerBusy("Too many large requests come at once.", SECONDS);
    }
  }
}
