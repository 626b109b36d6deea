package dev.parley.platform;

/// How many servers work on one database.
public enum Nodes {
  /// This one alone: whatever is live is in its memory.
  ONE,
  /// Any number, which share a Redis.
  SEVERAL
}
