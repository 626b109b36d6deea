package dev.parley.retention;

import java.time.Duration;

/// A mail that tells somebody that their account is about to be deleted.
enum Warning {
  FIRST(30),
  LAST(7);

  private final int daysLeft;

  Warning(int daysLeft) {
    this.daysLeft = daysLeft;
  }

  int daysLeft() {
    return daysLeft;
  }

  Duration ahead() {
    return Duration.ofDays(daysLeft);
  }

  /// The kind of mail that it is.
  String kind() {
    return "inactivity_" + daysLeft;
  }
}
