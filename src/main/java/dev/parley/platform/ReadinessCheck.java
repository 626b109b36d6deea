package dev.parley.platform;

/// A part that has to work for requests to be answered.
public interface ReadinessCheck {

  String name();

  /// Whether it works right now. May block, for a second or two at most.
  boolean works();
}
