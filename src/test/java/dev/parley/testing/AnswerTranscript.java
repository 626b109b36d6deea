package dev.parley.testing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The events of one answer, proved to keep the contract: ids are offsets in UTF-16 units that grow
/// by exactly the text that comes, and there is one end, at the end.
///
/// @param started the event that began it; null only where a stream was resumed
/// @param startOffset the offset that the reader had before the first event
/// @param text all that came, so the answer from the start offset on
/// @param end `message.completed`, `message.stopped` or `message.failed`
public record AnswerTranscript(@Nullable Event started, int startOffset, String text, Event end) {
  private static final Set<String> ENDS =
      Set.of("message.completed", "message.stopped", "message.failed");

  /// Checks the answer to a question: it begins with `message.started` at offset 0.
  ///
  /// @throws AssertionError when the contract is broken
  public static AnswerTranscript ofQuestion(List<Event> events) {
    check(
        !events.isEmpty() && events.getFirst().name().equals("message.started"),
        "the first event is not message.started",
        events);
    return resumedAt(0, events);
  }

  /// Checks a stream that was asked for from an offset on, with or without `message.started`.
  ///
  /// @throws AssertionError when the contract is broken
  public static AnswerTranscript resumedAt(int offset, List<Event> events) {
    check(!events.isEmpty(), "there is no event at all", events);
    var first = events.getFirst();
    var started = first.name().equals("message.started") ? first : null;
    check(
        started == null || started.offset() == offset,
        "message.started is not at offset " + offset,
        events);
    var rest = events.subList(started == null ? 0 : 1, events.size());
    var text = textOf(rest, offset, events);
    var end = rest.getLast();
    checkEnd(end, offset, text, events);
    return new AnswerTranscript(started, offset, text, end);
  }

  /// The offset of the reader after the last event.
  public int endOffset() {
    return end.offset();
  }

  private static String textOf(List<Event> rest, int offset, List<Event> events) {
    check(!rest.isEmpty() && ENDS.contains(rest.getLast().name()), "there is no end", events);
    var text = new StringBuilder();
    for (var delta : rest.subList(0, rest.size() - 1)) {
      check(delta.name().equals("message.delta"), delta.name() + " amid the text", events);
      var piece = delta.json().path("text");
      check(piece.isString(), "a delta without text: " + delta, events);
      text.append(piece.stringValue());
      int expected = offset + text.length();
      check(delta.offset() == expected, "not at offset " + expected + ": " + delta, events);
    }
    return text.toString();
  }

  private static void checkEnd(Event end, int offset, String text, List<Event> events) {
    int length = offset + text.length();
    check(end.offset() == length, "the end is not at offset " + length, events);
    var message = end.json().path("message");
    var content = message.path("content").asString("");
    switch (end.name()) {
      case "message.failed" ->
          check(end.json().path("code").isString(), "a failure without a code", events);
      case "message.completed" -> {
        check(
            message.path("status").asString("").equals("completed"),
            "message.completed with another status",
            events);
        check(
            content.length() == length && content.substring(offset).equals(text),
            "the content is not what was streamed",
            events);
      }
      default -> {} // what `message.stopped` carries is not fixed
    }
  }

  private static void check(boolean kept, String broken, List<Event> events) {
    if (!kept) {
      throw new AssertionError("%s, in %s".formatted(broken, events));
    }
  }
}
