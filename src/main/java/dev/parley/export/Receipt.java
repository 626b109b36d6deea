package dev.parley.export;

/// What was made of a document.
///
/// @param imported what is there now
/// @param leftOut what stood in the document and is not taken in
record Receipt(Imported imported, LeftOut leftOut) {

  record Imported(int conversations, int messages) {}

  /// @param feedback ratings, for they would speak of answers that no model gave here
  record LeftOut(int feedback) {}
}
