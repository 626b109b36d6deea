package dev.parley.conversation;

import dev.parley.model.Passage;

/// A question that is passed on to the model as it came, and kept as one of a conversation.
///
/// @param content what is kept of it
/// @param passage all of it
/// @param inputTokens of all of it, estimated to err high
/// @param outputTokens that the answer can have at most
public record PassedQuestion(
    String content, String model, Passage passage, int inputTokens, long outputTokens) {}
