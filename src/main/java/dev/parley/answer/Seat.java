package dev.parley.answer;

import dev.parley.limit.Places;
import org.jspecify.annotations.Nullable;

/// A place among the answers that are being written, from the moment on when it is known that the
/// question can be accepted.
final class Seat {

  private final Places places;
  private final String key;
  private @Nullable Runnable giveBack;

  Seat(Places places, String key) {
    this.places = places;
    this.key = key;
  }

  /// Takes it, unless that was done.
  ///
  /// @throws dev.parley.limit.LimitReached where there is none
  synchronized void take() {
    if (giveBack == null) {
      giveBack = places.take(key);
    }
  }

  /// Gives it back, if it was taken.
  synchronized void leave() {
    if (giveBack != null) {
      giveBack.run();
    }
  }
}
