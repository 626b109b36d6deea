package dev.parley.conversation;

/// Some messages of a conversation that follow one another, with what stands in them.
///
/// @param number counts those of the conversation
/// @param first the number of the first of its messages
/// @param last the number of the last
/// @param isNew whether it is not stored yet
record TextBlock(int number, long first, long last, TextBits bits, boolean isNew) {

  static TextBlock begin(int number, long message) {
    return new TextBlock(number, message, message, TextBits.none(), true);
  }

  /// With all pieces of a part of a message.
  ///
  /// @param folded the message's text, by [TextBits#folded(String)]
  TextBlock with(long message, int[] folded, int from, int to) {
    bits.add(folded, from, to);
    return new TextBlock(number, Math.min(first, message), Math.max(last, message), bits, isNew);
  }
}
