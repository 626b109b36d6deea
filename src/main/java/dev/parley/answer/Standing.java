package dev.parley.answer;

/// What the database has of an answer.
public sealed interface Standing {

  /// It is being written, as far as the database knows.
  ///
  /// @param nodeId by whom
  record Writing(String nodeId) implements Standing {}

  /// It has ended.
  ///
  /// @param text all of it, or what could be saved
  record Ended(String text, End end) implements Standing {}

  /// It has been deleted.
  record Deleted() implements Standing {}
}
