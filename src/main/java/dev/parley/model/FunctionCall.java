package dev.parley.model;

/// A function that the model wants to have called, by whoever gave it the function. It counts once
/// it is whole: half of its arguments is of no use to anybody.
///
/// @param callId by which its output names it
/// @param arguments as the model wrote them, which is JSON where it kept to what it was told
public record FunctionCall(String callId, String name, String arguments) {

  /// Tokens of it, estimated to err high.
  public int estimatedTokens() {
    return TokenEstimate.of(callId) + TokenEstimate.of(name) + TokenEstimate.of(arguments);
  }
}
