package dev.parley.conversation;

/// Titles for conversations that were given none.
final class Titles {

  private static final int LONGEST = 60;

  private Titles() {}

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
