package dev.parley.responses;

import java.util.Locale;

/// What is kept of a response besides its messages.
///
/// @param inputs how many messages were said with it
record Note(int inputs, Place place, Asked asked) {

  /// What holds of an answer that was asked for otherwise.
  static final Note NONE = new Note(1, Place.NAMED, Asked.OTHERWISE);

  /// What a response has to do with its conversation.
  enum Place {
    /// It was made for it.
    BEGAN,
    /// It is that of the response before.
    FOLLOWED,
    /// The asker named it.
    NAMED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Place of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
