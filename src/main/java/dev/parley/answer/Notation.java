package dev.parley.answer;

import io.netty.buffer.ByteBuf;

/// A way to write an answer down for a client.
interface Notation {

  /// The type of the whole.
  String contentType();

  /// What comes first.
  ByteBuf started(Object body, int offset);

  /// More text: the characters from `from` (included) to `to` (not included).
  ByteBuf delta(CharSequence text, int from, int to);

  /// What comes last.
  ByteBuf end(End end, int offset);

  /// What keeps the connection open while there is nothing to say.
  ByteBuf silence();
}
