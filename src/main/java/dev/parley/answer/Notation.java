package dev.parley.answer;

import io.netty.buffer.ByteBuf;

/// A way to write an answer down for a client, into buffers on the heap.
interface Notation {

  /// The type of the whole.
  String contentType();

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
