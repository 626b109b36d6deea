package dev.parley.conversation;

import java.time.Instant;

/// A question and its whole answer.
///
/// @param id the answer's
/// @param createdAt when the question was stored
/// @param exchange all of both, as the calls of conversations give it
public record Answered(
    String id, String question, String answer, Instant createdAt, Object exchange) {}
