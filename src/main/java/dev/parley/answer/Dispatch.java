package dev.parley.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// All that another node reads of this one's answers, on its way there: what came of all of them
/// within a few milliseconds goes as one word, and the next only when that is through. A node that
/// does not hear is forgotten, with all it read, until it asks anew.
final class Dispatch {

  /// How long text waits for more, so that a fast answer does not become a word for each token.
  private static final Duration TICK = Duration.ofMillis(10);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /// UTF-16 units in one word.
  private static final int LARGEST = 65_536;

  private final String nodeId;
  private final Intercom intercom;
  private final ExecutorService threads;
  private final Map<String, Follower> followers = new HashMap<>();
  private final Set<Follower> grown = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean due = new AtomicBoolean();

  Dispatch(String nodeId, Intercom intercom, ExecutorService threads) {
    this.nodeId = nodeId;
    this.intercom = intercom;
    this.threads = threads;
  }

  /// Has the node read an answer from an offset on.
  synchronized void follow(LiveAnswer answer, int offset) {
    var follower = followers.get(answer.id());
    if (follower == null) {
      follower = new Follower(answer, this::wake);
      followers.put(answer.id(), follower);
      answer.add(follower);
    }
    follower.renew(offset, System.nanoTime());
    wake(follower);
  }

  /// Lets go what the node has not asked for of late.
  ///
  /// @return whether it still reads anything
  synchronized boolean keep(Duration fresh) {
    var now = System.nanoTime();
    for (var left : List.copyOf(followers.values())) {
      if (now - left.renewedAt() > fresh.toNanos()) {
        remove(left);
      }
    }
    return !followers.isEmpty();
  }

  /// On the event loop that reads the model: once for each piece of text, while somebody elsewhere
  /// reads it.
  private void wake(Follower follower) {
    grown.add(follower);
    if (due.compareAndSet(false, true)) {
      threads.execute(this::sendSoon);
    }
  }

  private void sendSoon() {
    try {
      Thread.sleep(TICK);
      due.set(false);
      send();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void send() throws InterruptedException {
    for (var pieces = take(); !pieces.isEmpty(); pieces = take()) {
      if (!isHeard(new Word.Grown(pieces))) {
        List.copyOf(followers.values()).forEach(this::remove);
        grown.clear();
        return;
      }
    }
  }

  private List<Word.Piece> take() {
    var pieces = new ArrayList<Word.Piece>();
    var room = LARGEST;
    for (Iterator<Follower> next = grown.iterator(); next.hasNext() && room > 0; ) {
      var follower = next.next();
      next.remove();
      if (followers.get(follower.answer().id()) == follower && follower.hasMore()) {
        var piece = follower.next(room);
        pieces.add(piece);
        room -= piece.text().length();
        if (piece.last()) {
          remove(follower);
        } else if (follower.hasMore()) {
          grown.add(follower);
        }
      }
    }
    return pieces;
  }

  private boolean isHeard(Word word) throws InterruptedException {
    try {
      var heard = intercom.tell(nodeId, word).toCompletableFuture();
      return heard.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) > 0;
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }

  private void remove(Follower follower) {
    followers.remove(follower.answer().id());
    follower.answer().remove(follower);
  }
}
