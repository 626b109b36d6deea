package dev.parley.answer;

import java.util.List;

/// The text of answers that are being written, where a crash does not reach it. Its methods block,
/// and return once it is durable.
public interface SavedText {

  /// Adds text to what is there.
  void add(List<Part> parts);

  /// Puts text in the place of all that is there.
  void replace(List<Part> parts);
}
