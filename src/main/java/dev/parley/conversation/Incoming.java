package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/// A conversation of an [Import], as far as it has come in. Its messages go into its tree as they
/// come.
final class Incoming {

  /// A message that stands in the tree already.
  record Stored(String id, Place place, boolean isQuestion) {}

  /// Something of a conversation that is to be stored.
  sealed interface Row {

    Incoming conversation();

    /// It begins.
    record Begun(Incoming conversation) implements Row {}

    /// A message follows.
    ///
    /// @param where it stands in the document
    record Said(
        Incoming conversation,
        String id,
        @Nullable String parentId,
        TranscriptMessage message,
        String where)
        implements Row {}

    /// It is whole.
    ///
    /// @param lastMessageId the end of the branch last used; none: the last message that came
    record Ended(
        Incoming conversation, Transcript transcript, @Nullable String lastMessageId, String where)
        implements Row {}
  }

  private final String id;
  private int messages;
  private int branches = 1;
  private @Nullable Stored last;

  Incoming(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  int messages() {
    return messages;
  }

  int branches() {
    return branches;
  }

  /// The message that was stored last, which nothing follows yet.
  @Nullable Stored last() {
    return last;
  }

  void grew(Stored message) {
    messages++;
    branches = Math.max(branches, message.place().branch() + 1);
    last = message;
  }
}
