package dev.parley.model;

/// What an answer cost, as the model counted it.
///
/// @param inputTokens tokens of all that was sent
/// @param outputTokens tokens of the answer
public record Usage(int inputTokens, int outputTokens) {}
