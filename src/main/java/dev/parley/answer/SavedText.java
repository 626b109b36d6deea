package dev.parley.answer;

import java.util.List;

/// The text of answers that are being written, where a crash does not reach it, nor does another
/// node that has taken this one for dead. Its methods block, and return once it is durable.
public interface SavedText {

  /// Adds text to what is there of this node.
  void add(List<Part> parts);

  /// Puts text in the place of all that is there of this node.
  void replace(List<Part> parts);

  /// What a node has saved after a certain row; whatever it saved anew is among it once more.
  ///
  /// @param n the row; 0 for all that there is
  Since since(String nodeId, long n);

  /// What was saved.
  ///
  /// @param n the last row
  record Since(long n, List<Part> parts) {}
}
