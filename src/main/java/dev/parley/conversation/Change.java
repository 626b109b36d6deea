package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/// What is to become of a conversation.
///
/// @param model none leaves it
/// @param archived none leaves it
record Change(
    Text title, @Nullable String model, Text developerMessage, @Nullable Boolean archived) {

  /// What is to become of a text: it is left, or set, or taken away.
  sealed interface Text {

    record Left() implements Text {}

    record Set(@Nullable String to) implements Text {}

    default @Nullable String apply(@Nullable String before) {
      return switch (this) {
        case Left _ -> before;
        case Set set -> set.to;
      };
    }
  }
}
