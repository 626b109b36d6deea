package dev.parley.answer;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// A way to write an answer down for a client, into buffers on the heap.
interface Notation {

  /// The type of the whole.
  String contentType();

  /// The body of what comes first.
  ///
  /// @param started the answer's own, where it is known
  /// @return none where nothing comes before the text
  default @Nullable Object first(@Nullable Object started) {
    return started;
  }

  /// Where a piece of the text ends that begins at `from` and may go on to `to`.
  ///
  /// @param isLast whether no text comes after `to`
  /// @return `from` where there is no piece yet
  default int pieceEnd(CharSequence text, int from, int to, boolean isLast) {
    return to;
  }

  /// Writes what comes first.
  void started(Object body, int offset, ByteBuf into);

  /// Writes more text: the characters from `from` (included) to `to` (not included).
  void delta(CharSequence text, int from, int to, ByteBuf into);

  /// Writes what comes last.
  void end(End end, int offset, ByteBuf into);

  /// Whether a failure can be told; where it cannot, the connection is broken off, so that nobody
  /// takes a part for the whole.
  boolean tellsFailures();

  /// Writes what keeps the connection open while there is nothing to say.
  void silence(ByteBuf into);
}
