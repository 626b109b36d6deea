package dev.parley.testing;

import java.io.IOException;

/// An answer on its way out, in the form that the client asked for: events or one JSON document.
///
/// Both are written as they are said, so that an answer can be cut anywhere in either form.
public sealed interface Answer permits StreamedAnswer, WholeAnswer {

  /// Says one piece, which counts as one token.
  void say(String piece) throws IOException;

  /// Gives the reason why the answer is over (`stop`, `length`, …), and usage where it is due.
  void finish(String reason) throws IOException;

  /// Ends the answer: `[DONE]` and the end of the body.
  void done() throws IOException;

  /// Says all at once.
  default void say(Script script) throws IOException {
    for (var piece : script.pieces()) {
      say(piece);
    }
  }
}
