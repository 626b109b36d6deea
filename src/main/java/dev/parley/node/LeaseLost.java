package dev.parley.node;

/// This node stood still for so long that the others took it for dead, and cleared away what it was
/// doing.
public record LeaseLost(String nodeId) {}
