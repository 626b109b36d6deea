package dev.parley.answer;

/// Where it is stored how answers stand. Its methods block.
public interface Standings {

  Standing find(String answerId);

  /// Ends an answer as stopped whose node cannot be reached, with the text that was saved of it,
  /// unless it has ended. Its node notices.
  void stop(String answerId, Topic topic, String nodeId);
}
