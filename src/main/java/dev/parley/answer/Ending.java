package dev.parley.answer;

import dev.parley.model.FunctionCall;
import dev.parley.model.TokenEstimate;
import dev.parley.model.Usage;
import dev.parley.web.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How an answer ended, and all its text, as it is to be stored.
///
/// @param text everything that was written
/// @param calls the functions that the model wants to have called; only of a whole answer
/// @param usage as far as the model told
/// @param failure why it failed; only where it did
/// @param millis from the question to the end
/// @param firstTextMillis from the question to the first of the text, rounded up; 0 where there is
/// none, or nobody knows
public record Ending(
    Status status,
    String text,
    List<FunctionCall> calls,
    @Nullable Usage usage,
    @Nullable Refusal failure,
    long millis,
    long firstTextMillis) {

  /// What an answer can end as.
  public enum Status {
    COMPLETED,
    STOPPED,
    FAILED;

    /// As clients and the record have it, such as `completed`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Tokens of all that was written, estimated to err high.
  public int writtenTokens() {
    return TokenEstimate.of(text, calls);
  }

  /// The same, once it is stored.
  ///
  /// @param message the message as clients see it
  public End end(Object message) {
    if (failure != null) {
      return new End.Failed(failure, message);
    }
    return status == Status.STOPPED ? new End.Stopped(message) : new End.Completed(message);
  }

  /// The same, which came like that.
  Ending at(Pace pace) {
    return new Ending(
        status, text, calls, usage, failure, pace.wholeMillis(), pace.firstTextMillis());
  }

  static Ending completed(String text, List<FunctionCall> calls, @Nullable Usage usage) {
    return new Ending(Status.COMPLETED, text, calls, usage, null, 0, 0);
  }

  public static Ending stopped(String text) {
    return new Ending(Status.STOPPED, text, List.of(), null, null, 0, 0);
  }

  static Ending failed(String text, @Nullable Usage usage, Refusal failure) {
    return new Ending(Status.FAILED, text, List.of(), usage, failure, 0, 0);
  }
}
