package dev.parley.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Titles for conversations that were given none.
final class Titles {

  private static final int LONGEST = 60;

  private Titles() {}

  /// A title out of the first that the user says.
  static @Nullable String of(List<Message> messages) {
    return messages.stream()
        .filter(message -> message.isUser() && message.callId() == null)
        .findFirst()
        .map(message -> of(message.content()))
        .orElse(null);
  }

  /// The beginning of a question, on one line, at most 60 characters, cut between words where there
  /// are any.
  static String of(String question) {
    var line = question.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    var cut = line.substring(0, line.offsetByCodePoints(0, LONGEST - 1));
    var space = cut.lastIndexOf(' ');
    return (space > LONGEST / 2 ? cut.substring(0, space) : cut) + "…";
  }
}
