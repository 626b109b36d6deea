package dev.parley.answer;

import dev.parley.web.ServerBusy;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// How far the server is behind with its work. Where more is asked than it can do, work waits: for
/// a virtual thread to run, for its event loop to come round, for its turn to write. Each question
/// that comes sends somebody there to see how long that takes, unless somebody is on the way.
@Component
final class Backlog {

  private final Lag threads = new Lag(System::nanoTime);
  private final Lag storing = new Lag(System::nanoTime);
  private final ConcurrentMap<EventLoop, Lag> loops = new ConcurrentHashMap<>();
  private final Duration most;

  Backlog(AnswerSettings settings) {
    this.most = settings.behind();
  }

  /// Refuses a question where those before it wait too long already. It works in memory, on the
  /// event loop of the question's connection.
  ///
  /// @throws ServerBusy where they do
  void check(EventLoop loop) {
    var lag = loops.computeIfAbsent(loop, _ -> new Lag(System::nanoTime));
    if (lag.begin()) {
      loop.execute(lag::end);
    }
    if (threads.begin()) {
      Thread.startVirtualThread(threads::end);
    }
    if (lag.exceeds(most) || threads.exceeds(most) || storing.exceeds(most)) {
      throw new ServerBusy("The server is behind with its work. Try again in a moment.", 1);
    }
  }

  /// Has a question stored, and sees how long that takes. What fails says nothing of it.
  <T> T storing(Supplier<T> question) {
    if (!storing.begin()) {
      return question.get();
    }
    var stored = false;
    try {
      var result = question.get();
      stored = true;
      return result;
    } finally {
      if (stored) {
        storing.end();
      } else {
        storing.giveUp();
      }
    }
  }
}
