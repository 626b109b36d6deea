package dev.parley.budget;

import dev.parley.answer.Ending;
import dev.parley.model.ModelFailure;
import dev.parley.model.TokenEstimate;
import org.jspecify.annotations.Nullable;

/// What came of a question.
///
/// @param counts whether it counts as one: not if the model never worked on it
/// @param failed whether there is no whole answer, and nobody wanted that
/// @param millis that it took
public record Spent(
    boolean counts, long inputTokens, long outputTokens, boolean failed, long millis) {

  /// What an answer did cost: what the model reports; where it reports nothing, the estimates of
  /// what was sent and of what was written, which err high.
  public static Spent of(Hold hold, Ending ending, long millis) {
    var failed = ending.status() == Ending.Status.FAILED;
    var usage = ending.usage();
    if (usage != null && Math.max(usage.inputTokens(), usage.outputTokens()) > 0) {
      return new Spent(true, usage.inputTokens(), usage.outputTokens(), failed, millis);
    }
    if (!ending.text().isEmpty()) {
      return new Spent(true, hold.inputTokens(), TokenEstimate.of(ending.text()), failed, millis);
    }
    return isUnread(ending.failure())
        ? new Spent(false, 0, 0, true, 0)
        : new Spent(true, hold.inputTokens(), 0, failed, millis);
  }

  /// What an answer did cost that a crash broke off, as far as it is known.
  public static Spent brokenOff(int inputTokens, long writtenTokens) {
    return new Spent(true, inputTokens, writtenTokens, true, 0);
  }

  private static boolean isUnread(@Nullable Object failure) {
    return failure instanceof ModelFailure model && model.isUnread();
  }
}
