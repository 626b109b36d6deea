package dev.parley.audit;

import org.jspecify.annotations.Nullable;

/// Several values as one text, out of which they could be read again: so no two rows that differ
/// have the same one.
final class Joined {

  private Joined() {}

  /// Each with its length in UTF-16 units before it; of `null` there is a hyphen.
  static String of(@Nullable Object... values) {
    var text = new StringBuilder(256);
    for (var value : values) {
      if (value == null) {
        text.append('-');
      } else {
        var part = value.toString();
        text.append(part.length()).append(':').append(part);
      }
    }
    return text.toString();
  }
}
