package dev.parley.audit;

import dev.parley.web.Cursor;
import org.jspecify.annotations.Nullable;

/// Where an event stands among all, by its time and then by its number.
record Place(long at, long writer, long number) {

  static final Place END = new Place(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  static Place of(Entry entry) {
    return new Place(entry.at(), entry.writer(), entry.number());
  }

  /// @throws dev.parley.web.Invalid where the cursor is not one of these
  static Place of(@Nullable String cursor) {
    if (cursor == null) {
      return END;
    }
    var parts = Cursor.parts(cursor, 3);
    return new Place(
        Cursor.number(parts.get(0)), Cursor.number(parts.get(1)), Cursor.number(parts.get(2)));
  }

  String cursor() {
    return Cursor.of(at, writer, number);
  }
}
