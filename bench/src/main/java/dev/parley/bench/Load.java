package dev.parley.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A load from one thread. Requests are planned at an even pace, whatever the server does, and their
/// times count from the plan: a server that stands still is not spared the requests that it would
/// have got meanwhile.
final class Load implements AutoCloseable {

  /// What is asked.
  @FunctionalInterface
  interface Requests {
    /// @param caller which connection asks, from 0
    /// @param time how often it has asked before
    Request of(int caller, int time);
  }

  private static final long SECOND = 1_000_000_000L;

  private final InetSocketAddress server;
  private final Selector selector = Selector.open();
  private final Measured measured = new Measured();
  private final Set<Asker> asking = new HashSet<>();
  private final Deque<Asker> free = new ArrayDeque<>();
  private int opened;

  Load(int port) throws IOException {
    server = new InetSocketAddress("127.0.0.1", port);
  }

  /// Opens a connection for each request, `perSecond` of them, and reads all answers to their ends.
  ///
  /// @param seconds after which whatever is still open counts as failed
  Measured streams(List<Request> requests, int perSecond, int seconds) throws IOException {
    return planned(
        requests.size(), (caller, _) -> requests.get(caller), requests.size(), perSecond, seconds);
  }

  /// Sends requests at a pace over a number of connections, which are kept.
  Measured calls(int connections, int perSecond, int seconds, Requests requests)
      throws IOException {
    return planned(perSecond * seconds, requests, connections, perSecond, seconds * 2);
  }

  /// Asks one request after another.
  Measured oneAfterAnother(List<Request> requests) throws IOException {
    return callers(1, Long.MAX_VALUE, requests.size(), (_, time) -> requests.get(time));
  }

  /// Has a number of callers ask, each again as soon as it is answered, until the time is over.
  Measured callers(int callers, int seconds, Requests requests) throws IOException {
    return callers(callers, seconds * SECOND, Integer.MAX_VALUE, requests);
  }

  private Measured callers(int callers, long nanos, int most, Requests requests)
      throws IOException {
    var start = System.nanoTime();
    var asked = 0;
    for (; asked < callers; asked++) {
      ask(requests, start);
    }
    while (!asking.isEmpty()) {
      for (var done : ready(1_000)) {
        var now = System.nanoTime();
        if (now - start < nanos && asked < most && done.isOpen()) {
          ask(requests, now);
          asked++;
        }
      }
    }
    measured.nanos = System.nanoTime() - start;
    return measured;
  }

  private Measured planned(
      int count, Requests requests, int connections, int perSecond, int seconds)
      throws IOException {
    var start = System.nanoTime();
    var end = start + seconds * SECOND;
    var asked = 0;
    while ((asked < count || !asking.isEmpty()) && System.nanoTime() < end) {
      var now = System.nanoTime();
      var at = start + asked * SECOND / perSecond;
      while (asked < count && at <= now && asking.size() < connections) {
        ask(requests, at);
        asked++;
        at = start + asked * SECOND / perSecond;
      }
      ready(asked < count ? 1 : 50);
    }
    measured.nanos = System.nanoTime() - start;
    measured.failed += asking.size() + count - asked;
    return measured;
  }

  private void ask(Requests requests, long planned) throws IOException {
    var asker = free.isEmpty() ? new Asker(opened++, selector, server, measured) : free.pop();
    asking.add(asker);
    asker.ask(requests, planned);
  }

  /// @return whose answers have ended
  private List<Asker> ready(long millis) throws IOException {
    selector.select(millis);
    var done = new ArrayList<Asker>();
    for (var key : selector.selectedKeys()) {
      if (key.attachment() instanceof Asker asker && key.isValid() && asker.ready()) {
        done.add(asker);
      }
    }
    selector.selectedKeys().clear();
    done.forEach(asking::remove);
    done.stream().filter(Asker::isOpen).forEach(free::push);
    return done;
  }

  @Override
  public void close() throws IOException {
    asking.forEach(Asker::close);
    free.forEach(Asker::close);
    selector.close();
  }
}
