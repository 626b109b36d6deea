package dev.parley.endurance;

import org.jspecify.annotations.Nullable;

/// Something that somebody does on the server, and notes once they are told that it was done.
///
/// Where the server dies before it tells, nobody knows whether it was done: until it is done
/// [#again] it may have been, and then as a whole.
interface Deed {

  /// Does it, and notes what is told. Where the connection is lost it throws whatever there is.
  void act() throws InterruptedException;

  /// Does once more what may have been done, as every client may, and notes what is told.
  void again() throws InterruptedException;

  /// What a conversation may be titled by it: one that is known, or a new one.
  default @Nullable String title() {
    return null;
  }

  /// The known conversation that it changes.
  default @Nullable Known changes() {
    return null;
  }

  /// The question that it may have added there.
  default Known.@Nullable Turn adds() {
    return null;
  }

  /// Whether it deletes what it changes.
  default boolean deletes() {
    return false;
  }
}
