package dev.parley.conversation;

import java.util.Locale;

/// What a conversation is, and whose it can be.
public enum Kind {
  /// One of an account's many.
  CHAT,
  /// The one running thread of an account's questions.
  QUESTIONS,
  /// The one conversation of a guest session.
  GUEST;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
