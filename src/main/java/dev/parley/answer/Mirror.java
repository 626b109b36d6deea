package dev.parley.answer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An answer that another node writes, as it is known here: a text that grows by what that node
/// tells, or by what it has saved, for any number of readers. Whatever comes twice, or out of
/// order, is told by its offset.
final class Mirror {

  private final String nodeId;
  private final LiveAnswer copy;
  private final CompletableFuture<@Nullable Void> known = new CompletableFuture<>();
  private volatile long heardAt;
  private volatile long wantedAt = System.nanoTime();
  private volatile boolean readsSaved;
  private boolean ended;

  static Mirror of(String answerId, Topic topic, String nodeId) {
    return new Mirror(nodeId, new LiveAnswer(answerId, topic, new StoredElsewhere(), _ -> {}));
  }

  private Mirror(String nodeId, LiveAnswer copy) {
    this.nodeId = nodeId;
    this.copy = copy;
    this.heardAt = System.nanoTime();
  }

  String nodeId() {
    return nodeId;
  }

  /// What readers read.
  LiveAnswer copy() {
    return copy;
  }

  /// Comes when something is known of the answer.
  CompletableFuture<@Nullable Void> known() {
    return known;
  }

  /// Notes that its node was heard.
  void heard() {
    heardAt = System.nanoTime();
    readsSaved = false;
    known.complete(null);
  }

  /// Whether it has grown by what its node saved since that was heard last.
  boolean readsSaved() {
    return readsSaved;
  }

  void readSaved() {
    readsSaved = true;
    known.complete(null);
  }

  boolean isSilentFor(Duration time) {
    return System.nanoTime() - heardAt > time.toNanos();
  }

  /// Notes that somebody is about to read.
  void want() {
    wantedAt = System.nanoTime();
  }

  /// Whether nobody reads it, and nobody was about to of late.
  boolean isUnread(Duration grace) {
    return !copy.isRead() && System.nanoTime() - wantedAt > grace.toNanos();
  }

  /// Takes text that stands at an offset.
  ///
  /// @return false where there is a gap before it
  synchronized boolean take(int from, String text) {
    var length = copy.length();
    if (ended || from + text.length() <= length) {
      return ended || from <= length;
    }
    if (from > length) {
      return false;
    }
    copy.onText(text.substring(length - from));
    return true;
  }

  /// Ends it, with all its text.
  synchronized void end(String text, End end) {
    if (!ended) {
      take(0, text);
      ended = true;
      known.complete(null);
      copy.close(end);
    }
  }

  /// Lets go whoever reads it, to ask another node.
  synchronized void letGo() {
    if (!ended) {
      ended = true;
      known.complete(null);
      copy.letGo();
    }
  }
}
