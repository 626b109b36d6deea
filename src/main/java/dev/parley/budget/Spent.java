package dev.parley.budget;

import dev.parley.answer.Ending;
import dev.parley.model.ModelFailure;
import org.jspecify.annotations.Nullable;

/// What came of a question.
///
/// @param counts whether it counts as one: not if the model never worked on it
/// @param failed whether there is no whole answer, and nobody wanted that
/// @param millis that it took
/// @param firstTextMillis until its first text; 0 where there is none
public record Spent(
    boolean counts,
    long inputTokens,
    long outputTokens,
    boolean failed,
    long millis,
    long firstTextMillis) {

  /// What an answer did cost: what the model reports; where it reports nothing, the estimates of
  /// what was sent and of what was written, which err high.
  public static Spent of(Hold hold, Ending ending) {
    var usage = ending.usage();
    if (usage != null && Math.max(usage.inputTokens(), usage.outputTokens()) > 0) {
      return of(usage.inputTokens(), usage.outputTokens(), ending);
    }
    if (ending.text().isEmpty() && isUnread(ending.failure())) {
      return new Spent(false, 0, 0, true, 0, 0);
    }
    return of(hold.inputTokens(), ending.writtenTokens(), ending);
  }

  private static Spent of(long inputTokens, long outputTokens, Ending ending) {
    var failed = ending.status() == Ending.Status.FAILED;
    return new Spent(
        true, inputTokens, outputTokens, failed, ending.millis(), ending.firstTextMillis());
  }

  /// What an answer did cost that a crash broke off, as far as it is known.
  public static Spent brokenOff(int inputTokens, long writtenTokens) {
    return new Spent(true, inputTokens, writtenTokens, true, 0, 0);
  }

  private static boolean isUnread(@Nullable Object failure) {
    return failure instanceof ModelFailure model && model.isUnread();
  }
}
