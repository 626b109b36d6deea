package dev.parley.node;

/// A node shows nothing any more, and its lease has ended: what it was doing is to be cleared away.
/// Told on one node or on several, until one of them has heard it to the end.
public record NodeDied(String nodeId) {}
