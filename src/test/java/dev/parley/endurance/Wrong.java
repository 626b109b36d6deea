package dev.parley.endurance;

/// The server has broken a promise.
final class Wrong extends AssertionError {

  private static final long serialVersionUID = 1;

  Wrong(String what) {
    super(what);
  }
}
