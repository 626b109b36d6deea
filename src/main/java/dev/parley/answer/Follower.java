package dev.parley.answer;

import java.util.function.Consumer;

/// A reader that is another node: an offset into an answer. It takes what stands after its offset
/// when the node can be told, so one that is slow gets larger pieces later, and nothing is kept for
/// it. Not safe for several threads, but for being woken.
final class Follower implements Runnable {

  private final LiveAnswer answer;
  private final Consumer<Follower> wake;
  private int offset;
  private boolean greeted;
  private long renewedAt;

  /// @param wake told, on whatever thread, that there is more
  Follower(LiveAnswer answer, Consumer<Follower> wake) {
    this.answer = answer;
    this.wake = wake;
  }

  LiveAnswer answer() {
    return answer;
  }

  /// The node says what it has, and is answered, if only that there is no more.
  void renew(int has, long now) {
    offset = Math.min(has, answer.length());
    greeted = false;
    renewedAt = now;
  }

  long renewedAt() {
    return renewedAt;
  }

  @Override
  public void run() {
    wake.accept(this);
  }

  /// Whether there is anything to tell.
  boolean hasMore() {
    return !greeted || answer.end().isDone() || answer.length() > offset;
  }

  /// What there is, up to a limit.
  Word.Piece next(int limit) {
    // Asked before the text is looked at: an answer that has ended has all its text.
    var hasEnded = answer.end().isDone();
    var from = offset;
    offset = answer.pieceEnd(from, limit);
    greeted = true;
    var isLast = hasEnded && offset == answer.length();
    return new Word.Piece(answer.id(), from, answer.text(from, offset), isLast);
  }
}
