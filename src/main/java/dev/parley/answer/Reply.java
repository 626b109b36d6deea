package dev.parley.answer;

import dev.parley.web.Refusal;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What a controller returns where an answer is to be written down.
public sealed interface Reply {

  /// The answer as an event stream.
  ///
  /// @param after where to begin, in UTF-16 units
  /// @param fromStart whether `message.started` comes first
  record Stream(LiveAnswer answer, int after, boolean fromStart) implements Reply {}

  /// The answer once it has ended: a body of JSON, or a text alone; or the failure as a status.
  ///
  /// @param body gives a string for a text alone
  record Whole(LiveAnswer answer, Function<End, Object> body) implements Reply {}

  /// The answer's text alone, as it comes; a failure before it as a status, one amid it by breaking
  /// off. A client that leaves ends the answer.
  ///
  /// @param explained the failure as this client is to be told it
  record Text(LiveAnswer answer, UnaryOperator<Refusal> explained) implements Reply {}

  /// The model's answer as it came, or the failure as a status; who leaves ends the answer.
  ///
  /// @param passing what is passed on
  /// @param error the body of a failure amid a stream
  record Passed(LiveAnswer answer, Passing passing, Function<Refusal, Object> error)
      implements Reply {}

  /// All that happens to an account's conversations, as an event stream.
  record Events(String ownerId) implements Reply {}

  /// The answers to an account's questions as they are written, as one event stream.
  record Answers(String ownerId) implements Reply {}

  /// There is nothing more to read.
  record Nothing() implements Reply {}
}
