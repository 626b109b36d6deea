package dev.parley.conversation;

import dev.parley.web.Invalid;
import org.jspecify.annotations.Nullable;

/// A place in the text of an answer.
///
/// @param units UTF-16 units from its beginning
public record Offset(int units) {

  /// The place that a reader asks for. A browser that reconnects sends the newer of the two in the
  /// header.
  ///
  /// @param lastEventId the header `Last-Event-ID`
  /// @param after the parameter `after`; unless either is given, the beginning
  /// @throws Invalid where it is no number
  public static Offset of(@Nullable String lastEventId, @Nullable String after) {
    var text = lastEventId == null || lastEventId.isBlank() ? after : lastEventId;
    if (text == null) {
      return new Offset(0);
    }
    try {
      var units = Integer.parseUnsignedInt(text);
      return new Offset(units < 0 ? Integer.MAX_VALUE : units);
    } catch (NumberFormatException _) {
      throw new Invalid("after", "must be an offset: a number of UTF-16 units");
    }
  }
}
