package dev.parley.conversation;

import dev.parley.model.ModelCall;
import java.util.List;

/// What goes to the model with a question.
///
/// @param turns all of it, the question last
/// @param report what clients are told of it
record Context(List<ModelCall.Turn> turns, Report report) {

  /// @param messages how many earlier messages are sent
  /// @param leftOut how many earlier messages of the branch are not
  /// @param estimatedTokens of all that is sent, erring high
  record Report(int messages, int leftOut, int estimatedTokens) {}
}
