package dev.parley.answer;

import java.util.function.Function;

/// What a controller returns where an answer is to be written down.
public sealed interface Reply {

  /// The answer as an event stream.
  ///
  /// @param after where to begin, in UTF-16 units
  /// @param fromStart whether `message.started` comes first
  record Stream(LiveAnswer answer, int after, boolean fromStart) implements Reply {}

  /// The answer once it has ended: a body of JSON, or the failure as a status.
  record Whole(LiveAnswer answer, Function<End, Object> body) implements Reply {}

  /// All that happens to an account's conversations, as an event stream.
  record Events(String ownerId) implements Reply {}

  /// There is nothing more to read.
  record Nothing() implements Reply {}
}
